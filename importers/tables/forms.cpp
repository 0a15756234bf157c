#include "importers/tables/forms.inc"
#include "importers/tables/form.hpp"
