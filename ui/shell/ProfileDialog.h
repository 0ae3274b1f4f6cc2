// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/database/ConnectionProfile.h"
#include "ui/kit/DialogFrame.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace castellan {

/// Adds or changes a connection. Anything weaker than a fully checked certificate has to be agreed
/// to, unless the server is on this computer.
class ProfileDialog : public DialogFrame {
    Q_OBJECT

public:
    /// `taken` are names that other connections have already.
    ProfileDialog(const ConnectionProfile &profile, const QStringList &taken, QWidget *parent);

    ConnectionProfile profile() const;

Q_SIGNALS:
    void saved(const castellan::ConnectionProfile &profile);

private:
    QLineEdit *addText(const QString &label, const QString &name, const QString &value);
    QLineEdit *addFile(const QString &label, const QString &name, const QString &value);
    void addChoices(const ConnectionProfile &profile);
    void follow();
    void save();
    QString whyIncomplete() const;

    QStringList m_taken;
    QFormLayout *m_form;
    QLineEdit *m_name;
    QLineEdit *m_host;
    QSpinBox *m_port;
    QLineEdit *m_database;
    QLineEdit *m_user;
    QComboBox *m_authentication;
    QComboBox *m_tls;
    QLineEdit *m_root;
    QLineEdit *m_certificate;
    QLineEdit *m_key;
    QCheckBox *m_agreed = nullptr;
    bool m_rememberPassword;
};

} // namespace castellan
