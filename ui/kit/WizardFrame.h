// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>
#include <QPointer>

class QStackedWidget;
class QVBoxLayout;

namespace castellan {

class Banner;
class Button;
class PlainLabel;
class ScrimOverlay;
class WizardSteps;

/// One task of a wizard.
struct WizardPage {
    QString id;
    QString step; ///< at the left: "Scan"
    QString title; ///< "Scan with the authenticator"
    QString why; ///< one sentence
    QString primary; ///< what the button does: "Scanned, continue"
    QWidget *content = nullptr; ///< taken over
    bool mayGoBack = true; ///< whether Back is offered on it
};

/// The frame of every wizard: steps at the left, one task a page, the primary button says what it
/// does, Back, Cancel. Window-modal by open(); deletes itself when closed. It decides nothing: the
/// owner hears primaryTriggered() and calls goTo(). A lost connection is laid over it, and its
/// state stays.
class WizardFrame : public QDialog {
    Q_OBJECT

public:
    WizardFrame(const QString &title, QWidget *parent);
    /// With this text size, where the screen has room for it.
    static QSize usualSize();

    void addPage(const WizardPage &page);
    void goTo(const QString &id);
    QString current() const;
    QWidget *content(const QString &id) const;

    void setTexts(const QString &id, const QString &title, const QString &why);
    void setPrimaryText(const QString &id, const QString &text);
    void setPrimaryEnabled(bool enabled, const QString &why = {});
    /// While the server is asked: content and buttons disabled; Cancel stays. The focus waits on
    /// the frame, so that a key too many presses nothing, and comes back when it is over.
    void setBusy(bool busy);
    /// A sentence over the foot, announced; empty takes it away.
    void setProblem(const QString &sentence);
    /// Esc and Cancel ask first, inside the wizard, with what would be lost.
    void setDirty(bool dirty, const QString &whatIsLost = {});
    /// What leaving is called: "Cancel", until there is nothing left that it would undo.
    void setCancelText(const QString &text);
    /// On the last page: no Cancel, no Back, Esc finishes.
    void setFinished(bool finished);

    /// Lays this over the wizard until it is called with an empty sentence. It can only be left
    /// then.
    void setConnectionLost(const QString &sentence);

    Button *primaryButton() const { return m_primary; }
    Button *backButton() const { return m_back; }
    Button *cancelButton() const { return m_cancel; }

    void reject() override;
    /// Closes without asking.
    void discard();

Q_SIGNALS:
    void primaryTriggered(const QString &id);
    void backTriggered(const QString &id);
    void pageShown(const QString &id);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildSide(const QString &title);
    QWidget *buildMain();
    QWidget *buildFoot();
    void buildLeaveBanner();
    int indexOf(const QString &id) const;
    void showCurrent();
    void updateFoot();
    void focusContent();
    void giveFocusBack();

    QList<WizardPage> m_pages;
    int m_current = -1;
    WizardSteps *m_steps;
    PlainLabel *m_title;
    PlainLabel *m_why;
    QStackedWidget *m_stack;
    Banner *m_problem;
    Banner *m_leave;
    Button *m_cancel;
    Button *m_back;
    Button *m_primary;
    ScrimOverlay *m_lost = nullptr;
    QPointer<QWidget> m_focusBefore; ///< when it became busy
    bool m_primaryEnabled = true;
    bool m_dirty = false;
    bool m_finished = false;
    bool m_busy = false;
};

} // namespace castellan
