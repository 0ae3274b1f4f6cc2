// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Freed memory is overwritten, in the whole process. Secret wipes itself, but libpq keeps a copy of
// the password for SCRAM that nobody else can reach and frees it as it is; X11, D-Bus and Qt's text
// do the same with what passes through them. These definitions are found before those of the C
// library, by every shared library too. Part of the executable only: tests and tools go without.
#include <features.h>

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <malloc.h>

extern "C" {

// The C library's own, under the names that it keeps for this.
void __libc_free(void *memory) noexcept; // NOLINT(bugprone-reserved-identifier)
void *__libc_malloc(size_t size) noexcept; // NOLINT(bugprone-reserved-identifier)

void free(void *memory) noexcept
{
    if (memory)
        std::memset(memory, 0, malloc_usable_size(memory));
    __libc_free(memory);
}

/// What is moved leaves nothing behind, as the C library would.
void *realloc(void *memory, size_t size) noexcept
{
    if (!memory)
        return __libc_malloc(size);
    if (size == 0) {
        free(memory);
        return nullptr;
    }
    const size_t before = malloc_usable_size(memory);
    if (size <= before && size >= before / 2)
        return memory;
    void *moved = __libc_malloc(size);
    if (!moved)
        return nullptr;
    std::memcpy(moved, memory, std::min(before, size));
    free(memory);
    return moved;
}

} // extern "C"

#endif
