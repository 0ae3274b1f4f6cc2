// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/commands/Console.h"

#include <array>
#include <cstdio>
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace castellan {

namespace {

constexpr int kQuietZone = 4;
constexpr size_t kLongestSecret = 1024;

void write(FILE *to, const QString &text)
{
    std::fputs(text.toUtf8().constData(), to);
    std::fputc('\n', to);
    std::fflush(to);
}

/// Switches the terminal's echo off while it lives.
class Silence {
public:
    explicit Silence(int terminal)
        : m_terminal(terminal)
        , m_isTerminal(tcgetattr(terminal, &m_before) == 0)
    {
        if (!m_isTerminal)
            return;
        termios quiet = m_before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(terminal, TCSAFLUSH, &quiet);
    }
    ~Silence()
    {
        if (m_isTerminal)
            tcsetattr(m_terminal, TCSAFLUSH, &m_before);
    }
    Silence(const Silence &) = delete;
    Silence &operator=(const Silence &) = delete;

private:
    int m_terminal;
    termios m_before {};
    bool m_isTerminal;
};

/// One line, byte by byte, so that what follows stays for the next; nothing at the end.
std::optional<Secret> readLine(int input)
{
    std::array<char, kLongestSecret> line {};
    size_t length = 0;
    bool read = false;
    char c = '\0';
    while (length < line.size() && ::read(input, &c, 1) == 1) {
        read = true;
        if (c == '\n')
            break;
        line[length++] = c;
    }
    if (length > 0 && line[length - 1] == '\r')
        --length;
    Secret secret = Secret::copyOf(QByteArrayView(line.data(), static_cast<qsizetype>(length)));
    wipe(line.data(), line.size());
    wipe(&c, 1);
    return read ? std::optional(std::move(secret)) : std::nullopt;
}

} // namespace

void Console::endProgress()
{
    if (m_inProgress)
        std::fputs("\r\033[K", stdout);
    m_inProgress = false;
}

void Console::print(const QString &text)
{
    endProgress();
    write(stdout, text);
}

void Console::print(const Secret &text)
{
    endProgress();
    // Past the buffer of stdio, which would keep it.
    std::fflush(stdout);
    const bool written =
        ::write(STDOUT_FILENO, text.cString(), static_cast<size_t>(text.size())) >= 0
        && ::write(STDOUT_FILENO, "\n", 1) == 1;
    if (!written)
        std::perror("castellan");
}

void Console::complain(const QString &text)
{
    endProgress();
    write(stderr, text);
}

void Console::showProgress(const QString &text)
{
    if (isatty(STDOUT_FILENO) == 0)
        return;
    std::fputs(QByteArray("\r\033[K" + text.toUtf8()).constData(), stdout);
    std::fflush(stdout);
    m_inProgress = true;
}

std::optional<Secret> Console::askSecret(const QString &prompt)
{
    endProgress();
    if (isatty(STDIN_FILENO) == 0)
        return readLine(STDIN_FILENO);
    std::fputs(QByteArray(prompt.toUtf8() + ' ').constData(), stderr);
    std::fflush(stderr);
    const Silence silence(STDIN_FILENO);
    auto secret = readLine(STDIN_FILENO);
    std::fputc('\n', stderr);
    return secret;
}

void Console::draw(const QrCode &code)
{
    endProgress();
    const bool coloured = isatty(STDOUT_FILENO) != 0;
    const int end = code.size() + kQuietZone;
    for (int y = -kQuietZone; y < end; y += 2) {
        // Written module by module: no line of it is kept anywhere.
        if (coloured)
            std::fputs("\033[30;107m", stdout);
        for (int x = -kQuietZone; x < end; ++x) {
            const bool upper = code.isDark(x, y);
            const bool lower = code.isDark(x, y + 1);
            std::fputs(upper ? (lower ? "█" : "▀") : (lower ? "▄" : " "), stdout);
        }
        std::fputs(coloured ? "\033[0m\n" : "\n", stdout);
    }
    std::fflush(stdout);
}

} // namespace castellan
