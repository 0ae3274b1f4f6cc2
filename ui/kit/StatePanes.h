// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/Wording.h"

#include <QStackedWidget>
#include <QTimer>

namespace castellan {

class Button;
class PlainLabel;

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
    void restyle();

    QString m_iconName;
    QLabel *m_icon;
    PlainLabel *m_title;
    PlainLabel *m_why;
    Button *m_action;
    QWidget *m_snippet;
    PlainLabel *m_snippetText;
};

/// Placeholder rows, and after a while what is waited for, with Cancel.
class LoadingState : public QWidget {
    Q_OBJECT

public:
    explicit LoadingState(QWidget *parent = nullptr);

    /// waitsFor is a sentence: "Waiting for the list of accounts."
    void start(const QString &waitsFor);
    void stop();
    bool showsRows() const { return m_rowsShown; }
    bool showsSentence() const;
    void setDelays(int rowsAfterMs, int sentenceAfterMs);

Q_SIGNALS:
    void cancelled();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QTimer m_rows;
    QTimer m_sentence;
    QWidget *m_wait;
    PlainLabel *m_waitText;
    bool m_rowsShown = false;
};

/// What happened, what was not changed, what to try.
class ErrorState : public QWidget {
    Q_OBJECT

public:
    explicit ErrorState(QWidget *parent = nullptr);

    void setSentence(const Sentence &sentence);
    Button *retryButton() const { return m_retry; }

Q_SIGNALS:
    void retry();

private:
    PlainLabel *m_what;
    PlainLabel *m_unchanged;
    PlainLabel *m_try;
    Button *m_retry;
};

/// Content, or in its place why it is not there. Under 150 ms nothing changes; old content stays,
/// dimmed, while new is fetched.
class StateStack : public QStackedWidget {
    Q_OBJECT

public:
    explicit StateStack(QWidget *content, QWidget *parent = nullptr);

    void showContent();
    /// For the first load; with content there already, prefer dimContent().
    void showLoading(const QString &waitsFor);
    void showEmpty();
    void showError(const Sentence &sentence);
    /// Dims what is shown while it is being renewed.
    void dimContent(bool dim);

    QWidget *content() const { return m_content; }
    EmptyState *empty() const { return m_empty; }
    LoadingState *loading() const { return m_loading; }
    ErrorState *error() const { return m_error; }

Q_SIGNALS:
    void retry();
    void cancelled();

private:
    QWidget *m_content;
    EmptyState *m_empty;
    LoadingState *m_loading;
    ErrorState *m_error;
};

} // namespace castellan
