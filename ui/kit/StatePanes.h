// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/PlainLabel.h"
#include "ui/kit/Wording.h"

#include <QTimer>
#include <QWidget>

namespace castellan {

class Button;

/// Why there is nothing: what would be here, why it is not, one action.
class EmptyState : public QWidget {
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    void setContent(const QString &icon, const QString &title, const QString &why);
    /// Empty: no button.
    void setAction(const QString &text);
    /// A monospaced block under the sentence with a button that copies it (an SQL statement).
    void setSnippet(const QString &text);

Q_SIGNALS:
    void actionTriggered();

protected:
    bool event(QEvent *event) override;

private:
    QWidget *buildSnippet();
    void restyle();

    QString m_iconName;
    QLabel *m_icon;
    PlainLabel *m_title;
    PlainLabel *m_why;
    Button *m_action;
    MonoText *m_snippetText;
    QWidget *m_snippet;
};

/// Nothing for 150 ms, then placeholder rows, after 2 s what is waited for, with Cancel.
class LoadingState : public QWidget {
    Q_OBJECT

public:
    static constexpr int kRowsAfterMs = 150;
    static constexpr int kSentenceAfterMs = 2000;

    explicit LoadingState(QWidget *parent = nullptr);

    /// waitsFor is a sentence: "Waiting for the list of accounts."
    void start(const QString &waitsFor);
    void stop();
    bool showsRows() const { return m_rowsShown; }
    bool showsSentence() const;
    void setDelays(int rowsAfterMs, int sentenceAfterMs);
    void setCancellable(bool cancellable);

Q_SIGNALS:
    void cancelled();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QTimer m_rows;
    QTimer m_sentence;
    QWidget *m_wait;
    PlainLabel *m_waitText;
    Button *m_cancel;
    bool m_rowsShown = false;
};

/// What happened, what was not changed, what to try, and Try again.
class ErrorState : public QWidget {
    Q_OBJECT

public:
    explicit ErrorState(QWidget *parent = nullptr);

    void setSentence(const Sentence &sentence);
    Button *retryButton() const { return m_retry; }

Q_SIGNALS:
    void retry();

protected:
    bool event(QEvent *event) override;

private:
    void restyle();

    PlainLabel *m_happened;
    PlainLabel *m_unchanged;
    PlainLabel *m_try;
    Button *m_retry;
};

} // namespace castellan
