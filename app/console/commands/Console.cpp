// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/commands/Console.h"

#include "models/base/DisplayText.h"

#include <QStringTokenizer>

#include <array>
#include <csignal>
#include <cstdio>
#include <limits>
#include <termios.h>
#include <unistd.h>

namespace castellan {

namespace {

constexpr int kQuietZone = 4;
constexpr size_t kLongestSecret = 1024;

QByteArray fit(QStringView line)
{
    return DisplayText::visible(line, std::numeric_limits<int>::max()).toUtf8();
}

/// Nobody is left to be told when a terminal takes no more.
void put(FILE *to, const char *text)
{
    static_cast<void>(std::fputs(text, to));
}

void flush(FILE *file)
{
    static_cast<void>(std::fflush(file));
}

void write(FILE *to, const QString &text)
{
    for (const QStringView line : qTokenize(text, u'\n'))
        put(to, QByteArray(fit(line) + '\n').constData());
    flush(to);
}

// What a signal handler may touch: the terminal that is silent, and how it was.
int s_terminal = -1;
termios s_before {};

/// Whoever interrupts a prompt wants to see what is typed next.
void onSignal(int number)
{
    tcsetattr(s_terminal, TCSAFLUSH, &s_before);
    static_cast<void>(std::signal(number, SIG_DFL));
    static_cast<void>(std::raise(number));
}

/// Switches the terminal's echo off while it lives; one at a time.
class Silence {
public:
    explicit Silence(int terminal)
        : m_isTerminal(tcgetattr(terminal, &s_before) == 0)
    {
        if (!m_isTerminal)
            return;
        s_terminal = terminal;
        for (size_t i = 0; i < kSignals.size(); ++i) {
            m_handlers[i] = std::signal(kSignals[i], onSignal);
            if (m_handlers[i] == SIG_IGN)
                static_cast<void>(std::signal(kSignals[i], SIG_IGN));
        }
        termios quiet = s_before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(terminal, TCSAFLUSH, &quiet);
    }
    ~Silence()
    {
        if (!m_isTerminal)
            return;
        tcsetattr(s_terminal, TCSAFLUSH, &s_before);
        for (size_t i = 0; i < kSignals.size(); ++i)
            static_cast<void>(std::signal(kSignals[i], m_handlers[i]));
    }
    Silence(const Silence &) = delete;
    Silence &operator=(const Silence &) = delete;

private:
    static constexpr std::array kSignals { SIGINT, SIGTERM, SIGQUIT, SIGHUP };

    bool m_isTerminal;
    std::array<void (*)(int), kSignals.size()> m_handlers {};
};

Error badLine(const char *reason)
{
    return { ErrorCode::InvalidArgument,
             { { QStringLiteral("reason"), QLatin1StringView(reason) },
               { QStringLiteral("most"), static_cast<int>(kLongestSecret) } },
             {} };
}

/// One line, byte by byte, so that what follows stays for the next. The end of the input is no
/// empty line, which may mean something.
Result<Secret> readLine(int input)
{
    std::array<char, kLongestSecret> line {};
    size_t length = 0;
    char c = '\0';
    ssize_t got = 0;
    while ((got = ::read(input, &c, 1)) == 1 && c != '\n') {
        if (length < line.size())
            line[length] = c;
        ++length;
    }
    wipe(&c, 1);
    const bool fits = length <= line.size();
    if (fits && length > 0 && line[length - 1] == '\r')
        --length;
    Secret secret =
        Secret::copyOf(QByteArrayView(line.data(), static_cast<qsizetype>(fits ? length : 0)));
    wipe(line.data(), line.size());
    if (!fits)
        return badLine("too_long");
    if (length == 0 && got != 1)
        return badLine("no_input");
    return secret;
}

} // namespace

void Console::endProgress()
{
    if (m_inProgress)
        put(stdout, "\r\033[K");
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
    flush(stdout);
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
    put(stdout, QByteArray("\r\033[K" + fit(text)).constData());
    flush(stdout);
    m_inProgress = true;
}

Result<Secret> Console::askSecret(const QString &prompt)
{
    endProgress();
    if (isatty(STDIN_FILENO) == 0)
        return readLine(STDIN_FILENO);
    put(stderr, QByteArray(fit(prompt) + ' ').constData());
    flush(stderr);
    const Silence silence(STDIN_FILENO);
    auto secret = readLine(STDIN_FILENO);
    put(stderr, "\n");
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
            put(stdout, "\033[30;107m");
        for (int x = -kQuietZone; x < end; ++x) {
            const bool upper = code.isDark(x, y);
            const bool lower = code.isDark(x, y + 1);
            put(stdout, upper ? (lower ? "█" : "▀") : (lower ? "▄" : " "));
        }
        put(stdout, coloured ? "\033[0m\n" : "\n");
    }
    flush(stdout);
}

} // namespace castellan
