#pragma once
// Debian's libxml2 headers pull in its own ICU, whose types collide with those of Swift's Foundation.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/xmlerror.h>

static void xmlIgnoreMessage(void *context, const char *message, ...) {}
static void xmlIgnoreError(void *context, xmlErrorPtr error) {}

// Some errors of encoding are not given to the parser's own handler but printed, with bytes of the file, on standard
// error. The handlers belong to a thread, and Swift cannot write a function of variable arguments.
static inline void xmlSilenceThisThread(void) {
    xmlSetGenericErrorFunc(NULL, xmlIgnoreMessage);
    xmlSetStructuredErrorFunc(NULL, xmlIgnoreError);
}
