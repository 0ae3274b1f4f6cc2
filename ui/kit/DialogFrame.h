// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QVBoxLayout;

namespace castellan {

class Banner;
class Button;
class PlainLabel;

/// The frame of every dialog: a title that names the person or thing, one sentence why, content,
/// and at the foot Cancel and one button that says what it does. Shown with open(), window-modal.
/// Esc cancels; with unsaved changes it asks first, inside the dialog. Deletes itself when closed.
class DialogFrame : public QDialog {
    Q_OBJECT

public:
    DialogFrame(const QString &title, QWidget *parent);

    void setTitle(const QString &title);
    void setWhy(const QString &sentence);
    QVBoxLayout *body() const { return m_body; }

    /// A primary button is the default; a destructive one never is: Cancel is then.
    void setPrimary(const QString &text, bool destructive = false);
    Button *primaryButton() const { return m_primary; }
    Button *cancelButton() const { return m_cancel; }
    /// For dialogs that only show something: no primary, "Close" in place of Cancel.
    void setOnlyClose();

    void setPrimaryEnabled(bool enabled, const QString &why = {});
    /// Something was entered that Esc would lose.
    void setDirty(bool dirty);
    /// While it works: content and primary disabled, Cancel stays.
    void setBusy(bool busy);
    /// Above the foot, announced; empty takes it away.
    void setProblem(const QString &sentence);

    void reject() override;
    /// Closes without asking.
    void discard();

Q_SIGNALS:
    /// The primary button was pressed. The dialog stays until accept() or discard() is called.
    void primaryTriggered();

protected:
    void showEvent(QShowEvent *event) override;
    bool event(QEvent *event) override;

private:
    void buildFoot(QVBoxLayout *outer);
    Banner *buildLeaveBanner();
    void growToFit();

    PlainLabel *m_title;
    PlainLabel *m_why;
    QWidget *m_content;
    QVBoxLayout *m_body;
    Banner *m_problem;
    Banner *m_leave;
    Button *m_cancel;
    Button *m_primary;
    bool m_dirty = false;
};

} // namespace castellan
