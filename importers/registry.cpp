#include "importers/registry.inc"
#include "importers/importer.hpp"
