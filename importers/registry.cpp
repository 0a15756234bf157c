#include "importers/importer.hpp"
#include "importers/registry.inc"
