// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/ProfileDialog.h"

#include "ui/kit/Button.h"
#include "ui/kit/ChoiceBox.h"
#include "ui/kit/PlainLabel.h"
#include "ui/kit/Theme.h"
#include "ui/kit/Wording.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

namespace castellan {

ProfileDialog::ProfileDialog(const ConnectionProfile &profile, const QStringList &taken,
                             QWidget *parent)
    : DialogFrame(profile.name.isEmpty() ? tr("New connection") : tr("Change %1").arg(profile.name),
                  parent)
    , m_taken(taken)
    , m_form(new QFormLayout)
    , m_rememberPassword(profile.rememberPassword)
{
    setObjectName(QStringLiteral("profileDialog"));
    setWhy(tr("Where the database is, and your own login role on it. No password is kept here."));
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setHorizontalSpacing(metric::kCardGap);
    m_form->setVerticalSpacing(metric::kStep);
    m_name = addText(tr("&Name"), QStringLiteral("profileName"), profile.name);
    m_host = addText(tr("&Host"), QStringLiteral("profileHost"), profile.host);
    m_port = new QSpinBox(this);
    m_port->setObjectName(QStringLiteral("profilePort"));
    m_port->setRange(1, 65535);
    m_port->setGroupSeparatorShown(false);
    m_port->setValue(profile.port);
    m_form->addRow(tr("&Port"), m_port);
    m_database = addText(tr("&Database"), QStringLiteral("profileDatabase"), profile.database);
    m_user = addText(tr("&User"), QStringLiteral("profileUser"), profile.user);
    addChoices(profile);
    body()->addLayout(m_form);
    body()->addWidget(m_agreed);
    setPrimary(tr("&Save"));
    connect(this, &DialogFrame::primaryTriggered, this, &ProfileDialog::save);
    follow();
    setDirty(false);
}

QLineEdit *ProfileDialog::addText(const QString &label, const QString &name, const QString &value)
{
    auto *field = new QLineEdit(value, this);
    field->setObjectName(name);
    field->setMinimumWidth(280);
    field->setMaxLength(255);
    m_form->addRow(label, field);
    connect(field, &QLineEdit::textChanged, this, &ProfileDialog::follow);
    return field;
}

QLineEdit *ProfileDialog::addFile(const QString &label, const QString &name, const QString &value)
{
    auto *row = new QWidget(this);
    auto *field = new QLineEdit(value, row);
    field->setObjectName(name);
    field->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    field->setMaxLength(4096);
    auto *browse = Button::tool(QStringLiteral("document-open"), tr("Choose a file"), row);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metric::kHalfStep);
    layout->addWidget(field);
    layout->addWidget(browse);
    row->setFocusProxy(field);
    m_form->addRow(label, row);
    connect(field, &QLineEdit::textChanged, this, &ProfileDialog::follow);
    connect(browse, &Button::clicked, this, [this, field] {
        auto *dialog = new QFileDialog(this, tr("Choose a file"), field->text());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QFileDialog::fileSelected, field, &QLineEdit::setText);
        dialog->open();
    });
    return field;
}

void ProfileDialog::addChoices(const ConnectionProfile &profile)
{
    m_authentication = new ChoiceBox(this);
    m_authentication->setObjectName(QStringLiteral("profileAuthentication"));
    m_authentication->addItem(tr("Password"), int(Authentication::Password));
    m_authentication->addItem(tr("Client certificate"), int(Authentication::Certificate));
    m_authentication->setCurrentIndex(m_authentication->findData(int(profile.authentication)));
    m_form->addRow(tr("&Authentication"), m_authentication);
    m_certificate = addFile(tr("&Certificate"), QStringLiteral("profileCertificate"),
                            profile.clientCertificate);
    m_key = addFile(tr("&Key"), QStringLiteral("profileKey"), profile.clientKey);
    m_tls = new ChoiceBox(this);
    m_tls->setObjectName(QStringLiteral("profileTls"));
    m_tls->addItem(tr("TLS, certificate and name checked"), int(TlsMode::VerifyFull));
    m_tls->addItem(tr("TLS, certificate checked"), int(TlsMode::VerifyCa));
    m_tls->addItem(tr("TLS, not checked"), int(TlsMode::Require));
    m_tls->addItem(tr("Not encrypted"), int(TlsMode::Disable));
    m_tls->setCurrentIndex(m_tls->findData(int(profile.tlsMode)));
    m_form->addRow(tr("&Encryption"), m_tls);
    m_root =
        addFile(tr("&Root certificate"), QStringLiteral("profileRoot"), profile.rootCertificate);
    m_root->setPlaceholderText(tr("the system's trusted authorities"));
    m_agreed =
        new QCheckBox(tr("&I know that somebody in between could read or change everything"), this);
    m_agreed->setObjectName(QStringLiteral("profileAgreed"));
    m_agreed->setChecked(profile.isWeakened());
    connect(m_authentication, &QComboBox::currentIndexChanged, this, &ProfileDialog::follow);
    // What was agreed to was this server with this protection, and nothing else.
    connect(m_tls, &QComboBox::currentIndexChanged, m_agreed,
            [this] { m_agreed->setChecked(false); });
    connect(m_host, &QLineEdit::textChanged, m_agreed, [this] { m_agreed->setChecked(false); });
    connect(m_tls, &QComboBox::currentIndexChanged, this, &ProfileDialog::follow);
    connect(m_agreed, &QCheckBox::toggled, this, &ProfileDialog::follow);
}

ConnectionProfile ProfileDialog::profile() const
{
    ConnectionProfile made;
    made.name = m_name->text().trimmed();
    made.host = m_host->text().trimmed();
    made.port = quint16(m_port->value());
    made.database = m_database->text().trimmed();
    made.user = m_user->text().trimmed();
    made.authentication = Authentication(m_authentication->currentData().toInt());
    made.tlsMode = TlsMode(m_tls->currentData().toInt());
    made.rootCertificate = m_root->text();
    made.clientCertificate = m_certificate->text();
    made.clientKey = m_key->text();
    made.rememberPassword = m_rememberPassword;
    return made;
}

QString ProfileDialog::whyIncomplete() const
{
    const ConnectionProfile made = profile();
    if (made.name.isEmpty())
        return tr("The connection needs a name.");
    if (m_taken.contains(made.name))
        return tr("There is a connection of this name already.");
    if (made.host.isEmpty() || made.database.isEmpty() || made.user.isEmpty())
        return tr("Host, database and user are needed.");
    if (made.authentication == Authentication::Certificate
        && (made.clientCertificate.isEmpty() || made.clientKey.isEmpty()))
        return tr("A client certificate needs its file and its key.");
    if (const auto checked = made.check(); !checked)
        return checked.error().code == ErrorCode::InvalidArgument
            ? tr("A socket or an empty name can't stand among other hosts.")
            : Wording::error(checked.error()).joined();
    if (made.isWeakened() && !m_agreed->isChecked())
        return tr("The server would not be fully checked; agree to that first.");
    return {};
}

void ProfileDialog::follow()
{
    if (!primaryButton() || !m_agreed)
        return;
    const ConnectionProfile made = profile();
    m_form->setRowVisible(m_certificate->parentWidget(),
                          made.authentication == Authentication::Certificate);
    m_form->setRowVisible(m_key->parentWidget(),
                          made.authentication == Authentication::Certificate);
    m_form->setRowVisible(m_root->parentWidget(),
                          made.tlsMode == TlsMode::VerifyFull || made.tlsMode == TlsMode::VerifyCa);
    // What can't be saved is nothing to agree to.
    m_agreed->setVisible(made.isWeakened() && made.check().hasValue());
    const QString why = whyIncomplete();
    setPrimaryEnabled(why.isEmpty(), why);
    setDirty(true);
}

void ProfileDialog::save()
{
    Q_EMIT saved(profile());
    accept();
}

} // namespace castellan
