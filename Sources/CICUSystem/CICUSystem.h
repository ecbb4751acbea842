#ifndef CICU_SYSTEM_H
#define CICU_SYSTEM_H

// The only ICU headers that the shim uses. All are C; all names are version-suffixed here
// (`ubrk_open` is `ubrk_open_72` on a machine with ICU 72), so only the C shim may call them.
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/uspoof.h>
#include <unicode/utext.h>
#include <unicode/utypes.h>
#include <unicode/uversion.h>

#endif
