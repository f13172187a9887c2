#pragma once
// The checks of its macros want an option that is known when this is compiled.
#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

// Swift calls no function whose arguments vary in number: one of a fixed kind for each kind of value.
static inline CURLcode sightline_curl_set_text(CURL *curl, CURLoption option, const char *value) {
    return curl_easy_setopt(curl, option, value);
}
static inline CURLcode sightline_curl_set_number(CURL *curl, CURLoption option, long value) {
    return curl_easy_setopt(curl, option, value);
}
static inline CURLcode sightline_curl_set_list(CURL *curl, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(curl, option, value);
}
static inline CURLcode sightline_curl_set_reading(CURL *curl, curl_read_callback read, void *from) {
    CURLcode code = curl_easy_setopt(curl, CURLOPT_READFUNCTION, read);
    return code == CURLE_OK ? curl_easy_setopt(curl, CURLOPT_READDATA, from) : code;
}
// The first bytes of an answer's body end it: what it is has been told by then.
static inline size_t sightline_curl_drop(char *bytes, size_t size, size_t count, void *to) {
    (void)bytes;
    (void)to;
    (void)size;
    (void)count;
    return 0;
}
static inline CURLcode sightline_curl_read_nothing(CURL *curl) {
    return curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, sightline_curl_drop);
}
static inline CURLcode sightline_curl_get_number(CURL *curl, CURLINFO info, long *value) {
    return curl_easy_getinfo(curl, info, value);
}
// A macro made of a shift is no constant to Swift.
static inline CURLcode sightline_curl_start(void) { return curl_global_init(CURL_GLOBAL_DEFAULT); }
