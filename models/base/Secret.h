// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringView>

namespace castellan {

/// A password, code, seed or ticket: bytes that are overwritten when they are let go. They lie in
/// OpenSSL's secure heap (locked into memory and left out of core dumps where the system allows).
/// Move-only, without stream operator and without QString constructor, so that copies are made on
/// purpose or not at all. May be moved between threads.
class Secret {
public:
    Secret() = default;
    ~Secret();
    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret &&other) noexcept;
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;

    /// Takes the bytes over and overwrites the source, unless somebody else shares it.
    static Secret fromUtf8(QByteArray &&source);
    static Secret copyOf(QByteArrayView bytes);
    /// Encodes as UTF-8 straight into secret memory. The caller wipes the text it came from.
    static Secret fromUtf16(QStringView text);

    Secret clone() const { return copyOf(view()); }

    /// The bytes; a NUL stands behind the last one. Valid until this object changes.
    QByteArrayView view() const { return { m_data, m_size }; }
    const char *cString() const { return m_data ? m_data : ""; }
    qsizetype size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }
    void clear();

    /// Compares in a time that depends on the lengths only.
    friend bool operator==(const Secret &a, const Secret &b);

private:
    explicit Secret(qsizetype size);

    char *m_data = nullptr;
    qsizetype m_size = 0;
};

/// Overwrites and empties a buffer that held a secret; a shared one is only emptied, since writing
/// would make one more copy.
void wipe(QByteArray &bytes);
void wipe(QString &text);
/// Overwrites memory in a way that the compiler does not take out.
void wipe(void *memory, size_t size);

} // namespace castellan
