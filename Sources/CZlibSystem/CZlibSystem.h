#ifndef CZLIB_SYSTEM_H
#define CZLIB_SYSTEM_H

#include <zlib.h>

#endif
