// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QStackedWidget>
#include <QTimer>

namespace castellan {

class EmptyState;
class ErrorState;
class LoadingState;
class PlainLabel;
struct Sentence;

/// Content, or in its place why it is not there. Under 150 ms nothing changes; old content stays,
/// dimmed with its age, while new is fetched.
class StateStack : public QStackedWidget {
    Q_OBJECT

public:
    explicit StateStack(QWidget *content, QWidget *parent = nullptr);

    void showContent();
    /// For the first load; with content there already, prefer dim(). What is shown stays for 150
    /// ms, so that a quick answer makes no flicker.
    void showLoading(const QString &waitsFor);
    void showEmpty();
    void showError(const Sentence &sentence);
    /// Dims what is shown while it is being renewed; age is a text: "As of 14:06". Takes 150 ms to
    /// begin and ends with showContent() or undim().
    void dim(const QString &age);
    void undim();

    QWidget *content() const { return m_content; }
    EmptyState *empty() const { return m_empty; }
    LoadingState *loading() const { return m_loading; }
    ErrorState *error() const { return m_error; }

Q_SIGNALS:
    void retry();
    void cancelled();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void swap(QWidget *shown);
    void applyDim();

    QWidget *m_content;
    EmptyState *m_empty;
    LoadingState *m_loading;
    ErrorState *m_error;
    PlainLabel *m_age;
    QTimer m_dimDelay;
    QTimer m_loadingDelay;
};

} // namespace castellan
