// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unistd.h>

namespace castellan {

/// An open file or directory, closed when left. What was checked through it is what is changed
/// through it: a name may mean something else a moment later.
class FileDescriptor {
public:
    /// Takes what open() returned, a failure too.
    explicit FileDescriptor(int number)
        : m_number(number)
    {
    }
    ~FileDescriptor()
    {
        if (m_number >= 0)
            close(m_number);
    }
    FileDescriptor(const FileDescriptor &) = delete;
    FileDescriptor &operator=(const FileDescriptor &) = delete;

    int number() const { return m_number; }
    bool isOpen() const { return m_number >= 0; }

private:
    int m_number;
};

} // namespace castellan
