#ifndef CYAML_SYSTEM_H
#define CYAML_SYSTEM_H

#include <yaml.h>

#endif
