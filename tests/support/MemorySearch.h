// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>

namespace castellan {

/// Looks for secrets in this process's own writable memory. What is looked for is kept masked, so
/// that the search does not find itself. Header-only, so that tests of models/base need no library.
class MemorySearch {
public:
    static constexpr char kMask = 0x5a;

    static char unmask(char c) { return static_cast<char>(c ^ kMask); }
    template <size_t N> static QByteArray masked(const char (&text)[N])
    {
        QByteArray bytes;
        for (size_t i = 0; i + 1 < N; ++i)
            bytes += unmask(text[i]);
        return bytes;
    }
    /// Not under a sanitizer, whose own memory is all over the place.
    static bool isPossible()
    {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        return false;
#else
        QFile memory(QStringLiteral("/proc/self/mem"));
        return memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
#endif
    }

    /// How often the bytes stand in anonymous writable memory, as UTF-8 or as UTF-16.
    static int copies(const QByteArray &masked)
    {
        QFile maps(QStringLiteral("/proc/self/maps"));
        QFile memory(QStringLiteral("/proc/self/mem"));
        if (!maps.open(QIODevice::ReadOnly)
            || !memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            return -1;
        int found = 0;
        const QList<QByteArray> lines = maps.readAll().split('\n');
        for (const QByteArray &line : lines) {
            const QList<QByteArray> fields = line.simplified().split(' ');
            if (fields.size() < 5 || !fields[1].startsWith("rw") || fields[4] != "0")
                continue;
            const QList<QByteArray> range = fields[0].split('-');
            const qint64 from = range[0].toLongLong(nullptr, 16);
            found += copiesIn(memory, from, range[1].toLongLong(nullptr, 16) - from, masked);
        }
        return found;
    }

private:
    static int copiesIn(QFile &memory, qint64 from, qint64 size, const QByteArray &masked)
    {
        QByteArray block(size, Qt::Uninitialized);
        if (!memory.seek(from) || memory.read(block.data(), size) != size)
            return 0;
        // The copy is masked at once, so that a later search does not find it.
        for (char &c : block)
            c = unmask(c);
        QByteArray wide;
        for (const char c : masked)
            wide.append(c).append(unmask('\0'));
        const auto found = block.count(masked) + block.count(wide);
        // What was masked is plain in it now: the next search would find it.
        block.fill('\0');
        asm volatile("" ::"r"(block.constData()) : "memory"); // or it would be optimised away
        return static_cast<int>(found);
    }
};

} // namespace castellan
