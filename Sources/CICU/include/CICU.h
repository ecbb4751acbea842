#ifndef CICU_H
#define CICU_H

#include "CICUFold.h"

#include <stdbool.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/uspoof.h>
#include <unicode/utext.h>
#include <unicode/utypes.h>
#include <unicode/uversion.h>

// ICU renames every exported function with a macro (`#define ubrk_open ubrk_open_72`). Swift sees no
// macro of that shape, only the suffixed declaration, whose name changes with each ICU release.
// Each function here gives one of them a name that stays. Nothing here decides anything: policy
// and ownership belong to the Swift module.

#if !defined(U_ICU_VERSION_MAJOR_NUM) || U_ICU_VERSION_MAJOR_NUM < 70
#error "ICU 70 or newer is needed (Debian: libicu-dev)"
#endif

// Errors and versions

static inline const char *_Nonnull icu_errorName(UErrorCode code) { return u_errorName(code); }

/// ICU's own version, four numbers.
static inline void icu_getVersion(uint8_t *_Nonnull version) { u_getVersion(version); }

static inline void icu_getUnicodeVersion(uint8_t *_Nonnull version) { u_getUnicodeVersion(version); }

// Properties of characters

static inline int8_t icu_generalCategory(UChar32 scalar) { return u_charType(scalar); }

/// The value of a decimal digit of any script, or -1.
static inline int32_t icu_digitValue(UChar32 scalar) { return u_charDigitValue(scalar); }

/// One of `UEastAsianWidth`.
static inline int32_t icu_eastAsianWidth(UChar32 scalar) {
  return u_getIntPropertyValue(scalar, UCHAR_EAST_ASIAN_WIDTH);
}

static inline bool icu_isDefaultIgnorable(UChar32 scalar) {
  return u_hasBinaryProperty(scalar, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

static inline bool icu_isPictographic(UChar32 scalar) {
  return u_hasBinaryProperty(scalar, UCHAR_EXTENDED_PICTOGRAPHIC);
}

static inline int32_t icu_script(UChar32 scalar, UErrorCode *_Nonnull status) {
  return uscript_getScript(scalar, status);
}

/// The Sentence_Break class of a character (`USentenceBreak`).
static inline int32_t icu_sentenceBreak(UChar32 scalar) {
  return u_getIntPropertyValue(scalar, UCHAR_SENTENCE_BREAK);
}

/// Whether NFKC_Casefold never combines a character with what stands before it.
static inline bool icu_beginsFolding(UChar32 scalar, UErrorCode *_Nonnull status) {
  const UNormalizer2 *normalizer = unorm2_getNFKCCasefoldInstance(status);
  return U_SUCCESS(*status) && unorm2_hasBoundaryBefore(normalizer, scalar);
}

// Text access

/// Opens UTF-8 text without copying it. The bytes must stay in place until the text is closed.
static inline UText *_Nullable icu_openUTF8(
    const char *_Nullable bytes, int64_t length, UErrorCode *_Nonnull status) {
  return utext_openUTF8(NULL, bytes, length, status);
}

static inline void icu_closeText(UText *_Nullable text) { utext_close(text); }

// Boundaries

static inline UBreakIterator *_Nullable icu_openWordBreaker(
    const char *_Nonnull locale, UErrorCode *_Nonnull status) {
  return ubrk_open(UBRK_WORD, locale, NULL, 0, status);
}

static inline UBreakIterator *_Nullable icu_openSentenceBreaker(
    const char *_Nonnull locale, UErrorCode *_Nonnull status) {
  return ubrk_open(UBRK_SENTENCE, locale, NULL, 0, status);
}

static inline void icu_closeBreaker(UBreakIterator *_Nullable breaker) { ubrk_close(breaker); }

static inline void icu_setText(
    UBreakIterator *_Nonnull breaker, UText *_Nonnull text, UErrorCode *_Nonnull status) {
  ubrk_setUText(breaker, text, status);
}

static inline int32_t icu_firstBoundary(UBreakIterator *_Nonnull breaker) { return ubrk_first(breaker); }

/// The next boundary, or a negative number when there is none.
static inline int32_t icu_nextBoundary(UBreakIterator *_Nonnull breaker) { return ubrk_next(breaker); }

static inline int32_t icu_boundaryStatus(UBreakIterator *_Nonnull breaker) {
  return ubrk_getRuleStatus(breaker);
}

// Confusables

static inline USpoofChecker *_Nullable icu_openSpoofChecker(UErrorCode *_Nonnull status) {
  return uspoof_open(status);
}

static inline void icu_closeSpoofChecker(USpoofChecker *_Nullable checker) { uspoof_close(checker); }

static inline int32_t icu_skeletonUTF8(
    const USpoofChecker *_Nonnull checker, const char *_Nullable source, int32_t length,
    char *_Nullable destination, int32_t capacity, UErrorCode *_Nonnull status) {
  return uspoof_getSkeletonUTF8(checker, 0, source, length, destination, capacity, status);
}

// Charsets

/// Opens a converter that stops at what is no text of its charset. NULL for a name that ICU does not know.
static inline UConverter *_Nullable icu_openConverter(const char *_Nonnull name, UErrorCode *_Nonnull status) {
  UConverter *converter = ucnv_open(name, status);
  if (U_FAILURE(*status)) return NULL;
  ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, status);
  return converter;
}

static inline void icu_closeConverter(UConverter *_Nullable converter) { ucnv_close(converter); }

/// Converts to UTF-16; `offsets` says for each unit at which byte behind `*source` its character begins.
static inline void icu_toUnicode(
    UConverter *_Nonnull converter, UChar *_Nullable *_Nonnull target, const UChar *_Nonnull targetLimit,
    const char *_Nullable *_Nonnull source, const char *_Nonnull sourceLimit, int32_t *_Nonnull offsets,
    bool flush, UErrorCode *_Nonnull status) {
  ucnv_toUnicode(converter, target, targetLimit, source, sourceLimit, offsets, flush, status);
}

/// How many bytes conversion has stopped at; they lie before `*source`.
static inline int32_t icu_invalidByteCount(UConverter *_Nonnull converter) {
  char bytes[32];
  int8_t length = sizeof bytes;
  UErrorCode status = U_ZERO_ERROR;
  ucnv_getInvalidChars(converter, bytes, &length, &status);
  return U_SUCCESS(status) ? length : 0;
}

#endif
