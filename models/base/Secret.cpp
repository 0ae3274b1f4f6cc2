// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/Secret.h"

#include <openssl/crypto.h>

#include <QStringEncoder>

#include <cstring>
#include <mutex>
#include <new>
#include <utility>

namespace castellan {

namespace {

constexpr size_t kHeapBytes = 524'288;
constexpr size_t kSmallestBlock = 32;
/// A larger value (a certificate bundle, say) would fill the secure heap, which TLS uses too.
constexpr qsizetype kLargestInHeap = 16'384;

char *allocate(qsizetype size)
{
    static std::once_flag once;
    std::call_once(once, [] { CRYPTO_secure_malloc_init(kHeapBytes, kSmallestBlock); });
    const auto bytes = static_cast<size_t>(size) + 1;
    void *memory = size <= kLargestInHeap ? OPENSSL_secure_malloc(bytes) : nullptr;
    if (!memory)
        memory = OPENSSL_malloc(bytes); // unlocked, but wiped all the same
    if (!memory)
        throw std::bad_alloc();
    static_cast<char *>(memory)[size] = '\0';
    return static_cast<char *>(memory);
}

} // namespace

Secret::Secret(qsizetype size)
    : m_data(allocate(size))
    , m_size(size)
{
}

Secret::~Secret()
{
    clear();
}

Secret::Secret(Secret &&other) noexcept
    : m_data(std::exchange(other.m_data, nullptr))
    , m_size(std::exchange(other.m_size, 0))
{
}

Secret &Secret::operator=(Secret &&other) noexcept
{
    if (this != &other) {
        clear();
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

Secret Secret::fromUtf8(QByteArray &&source)
{
    Secret secret = copyOf(source);
    wipe(source);
    return secret;
}

Secret Secret::copyOf(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return {};
    Secret secret(bytes.size());
    std::memcpy(secret.m_data, bytes.data(), static_cast<size_t>(bytes.size()));
    return secret;
}

Secret Secret::fromUtf16(QStringView text)
{
    if (text.isEmpty())
        return {};
    QStringEncoder encoder(QStringEncoder::Utf8);
    Secret roomy(encoder.requiredSpace(text.size()));
    const char *end = encoder.appendToBuffer(roomy.m_data, text);
    return copyOf(QByteArrayView(roomy.m_data, end));
}

void Secret::clear()
{
    // Also takes memory that did not come from the secure heap.
    OPENSSL_secure_clear_free(std::exchange(m_data, nullptr), static_cast<size_t>(m_size) + 1);
    m_size = 0;
}

bool operator==(const Secret &a, const Secret &b)
{
    return a.m_size == b.m_size
        && CRYPTO_memcmp(a.cString(), b.cString(), static_cast<size_t>(a.m_size)) == 0;
}

void wipe(QByteArray &bytes)
{
    if (bytes.isDetached() && !bytes.isEmpty())
        OPENSSL_cleanse(bytes.data(), static_cast<size_t>(bytes.size()));
    bytes.clear();
}

void wipe(QString &text)
{
    if (text.isDetached() && !text.isEmpty())
        OPENSSL_cleanse(text.data(), static_cast<size_t>(text.size()) * sizeof(QChar));
    text.clear();
}

void wipe(void *memory, size_t size)
{
    OPENSSL_cleanse(memory, size);
}

} // namespace castellan
