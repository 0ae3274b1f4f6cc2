// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/SettingsPage.h"

#include "models/operators/OperatorSession.h"
#include "ui/kit/Button.h"
#include "ui/kit/Card.h"
#include "ui/kit/ChoiceBox.h"
#include "ui/kit/PageHeader.h"
#include "ui/kit/PlainLabel.h"
#include "ui/kit/Scrolling.h"
#include "ui/kit/Wording.h"
#include "ui/shell/Diagnostics.h"
#include "ui/shell/LicencesDialog.h"
#include "ui/shell/Settings.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

namespace castellan {

namespace {

constexpr int kLabelWidth = 200;
constexpr int kFieldWidth = 260;
constexpr int kCardsWidth = 720;

} // namespace

SettingsPage::SettingsPage(SettingsStore &settings, OperatorSession &session, QWidget *parent)
    : Page(parent)
    , m_settings(settings)
    , m_session(session)
{
    setObjectName(QStringLiteral("settingsPage"));
    auto *content = new QWidget(this);
    content->setObjectName(QStringLiteral("scrollContent"));
    content->setMaximumWidth(kCardsWidth + 2 * metric::kPageMargin);
    auto *column = new QVBoxLayout(content);
    // The title stands where those of the lists do.
    column->setContentsMargins(metric::kPageMargin, 20, metric::kPageMargin, metric::kCardGap);
    column->setSpacing(metric::kCardGap);
    column->addWidget(new PageHeader(tr("Settings"), content));
    column->addWidget(buildAppearance());
    column->addWidget(buildBehaviour());
    column->addWidget(buildPerson());
    column->addWidget(buildAbout());
    column->addStretch(1);

    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scrolling(content, this));
    read();
    connect(&m_settings, &SettingsStore::changed, this, &SettingsPage::read);
}

QWidget *SettingsPage::buildAppearance()
{
    auto *card = new Card(tr("Appearance"), this);
    m_language = addChoice(card, tr("&Language"), QStringLiteral("languageChoice"));
    m_language->addItem(tr("As the system"), QString());
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_language->addItem(QStringLiteral("Deutsch"), QStringLiteral("de"));
    m_scheme = addChoice(card, tr("&Theme"), QStringLiteral("themeChoice"));
    m_scheme->addItem(tr("As the system"), int(SchemeChoice::System));
    m_scheme->addItem(tr("Light"), int(SchemeChoice::Light));
    m_scheme->addItem(tr("Dark"), int(SchemeChoice::Dark));
    m_text = addNumber(card, tr("Te&xt size"), QStringLiteral("textSize"));
    m_text->setRange(100, 200);
    m_text->setSingleStep(10);
    m_text->setSuffix(tr(" %"));
    m_motion = addChoice(card, tr("&Motion"), QStringLiteral("motionChoice"));
    m_motion->addItem(tr("As the system"), int(MotionChoice::System));
    m_motion->addItem(tr("Less"), int(MotionChoice::Reduced));
    m_motion->addItem(tr("Full"), int(MotionChoice::Full));
    m_zone = addChoice(card, tr("Time &zone"), QStringLiteral("zoneChoice"));
    m_zone->addItem(tr("Of this computer"), int(ZoneChoice::Local));
    m_zone->addItem(tr("UTC"), int(ZoneChoice::Utc));
    auto *note = new PlainLabel(tr("The language changes at the next start."), TextRole::Secondary,
                                Tone::Muted, card);
    card->body()->addWidget(note);
    return card;
}

QWidget *SettingsPage::buildBehaviour()
{
    auto *card = new Card(tr("Lock"), this);
    m_lock = addNumber(card, tr("Lock &after"), QStringLiteral("lockAfter"));
    m_lock->setRange(Settings::kLockLeast, Settings::kLockMost);
    m_lock->setSuffix(tr(" min"));
    auto *why = new PlainLabel(
        tr("Counted without keyboard and mouse. Locking signs out: the connections are "
           "closed, and password and code are asked for again. The server ends an idle sign-in "
           "after "
           "15 minutes whatever is chosen here."),
        TextRole::Secondary, Tone::Muted, card);
    why->setOverflow(PlainLabel::Overflow::Wrap);
    card->body()->addWidget(why);
    return card;
}

QWidget *SettingsPage::buildPerson()
{
    auto *card = new Card(tr("Signed in"), this);
    const OperatorInfo &info = m_session.info();
    auto *row = new QHBoxLayout;
    auto *who = new PlainLabel(info.role, TextRole::BodyStrong, Tone::Normal, card);
    who->setOverflow(PlainLabel::Overflow::Elide);
    row->addWidget(who, 1);
    auto *out = new Button(tr("&Sign out, switch person"), ButtonRole::Secondary, card);
    out->setObjectName(QStringLiteral("signOutButton"));
    row->addWidget(out);
    card->body()->addLayout(row);
    connect(out, &Button::clicked, this, &SettingsPage::signOutRequested);
    return card;
}

QWidget *SettingsPage::buildAbout()
{
    auto *card = new Card(tr("About"), this);
    auto *text =
        new PlainLabel(Diagnostics::versions(m_session), TextRole::Body, Tone::Normal, card);
    text->setOverflow(PlainLabel::Overflow::Wrap);
    text->setSelectable(true);
    text->setObjectName(QStringLiteral("versions"));
    card->body()->addWidget(text);
    auto *row = new QHBoxLayout;
    auto *copy = new Button(tr("&Copy diagnostics"), ButtonRole::Secondary, card);
    copy->setObjectName(QStringLiteral("copyDiagnostics"));
    copy->setIconName(QStringLiteral("edit-copy"));
    auto *licences = new Button(tr("L&icences"), ButtonRole::Secondary, card);
    licences->setObjectName(QStringLiteral("licencesButton"));
    row->addWidget(copy);
    row->addWidget(licences);
    row->addStretch();
    card->body()->addLayout(row);
    connect(copy, &Button::clicked, this, [this] {
        QApplication::clipboard()->setText(Diagnostics::report(m_session, m_settings.settings()));
        Q_EMIT diagnosticsCopied();
    });
    connect(licences, &Button::clicked, this, &SettingsPage::showLicences);
    return card;
}

void SettingsPage::showLicences()
{
    auto *dialog = new LicencesDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

QComboBox *SettingsPage::addChoice(Card *card, const QString &label, const QString &name)
{
    auto *field = new ChoiceBox(card);
    field->setObjectName(name);
    addRow(card, label, field);
    connect(field, &QComboBox::currentIndexChanged, this, &SettingsPage::write);
    return field;
}

QSpinBox *SettingsPage::addNumber(Card *card, const QString &label, const QString &name)
{
    auto *field = new QSpinBox(card);
    field->setObjectName(name);
    addRow(card, label, field);
    connect(field, &QSpinBox::valueChanged, this, &SettingsPage::write);
    return field;
}

void SettingsPage::addRow(Card *card, const QString &label, QWidget *field)
{
    auto *text = new QLabel(label, card);
    text->setTextFormat(Qt::PlainText);
    text->setBuddy(field);
    text->setMinimumWidth(kLabelWidth);
    field->setMinimumWidth(kFieldWidth);
    field->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    auto *row = new QHBoxLayout;
    row->setSpacing(metric::kStep);
    row->addWidget(text);
    row->addWidget(field);
    row->addStretch();
    card->body()->addLayout(row);
}

void SettingsPage::read()
{
    m_reading = true;
    const Settings &now = m_settings.settings();
    m_language->setCurrentIndex(std::max(0, m_language->findData(now.language)));
    m_scheme->setCurrentIndex(m_scheme->findData(int(now.look.scheme)));
    m_motion->setCurrentIndex(m_motion->findData(int(now.look.motion)));
    m_zone->setCurrentIndex(m_zone->findData(int(now.look.zone)));
    m_text->setValue(now.look.textPercent);
    m_lock->setValue(now.lockAfterMinutes);
    m_reading = false;
}

void SettingsPage::write()
{
    if (m_reading)
        return;
    Settings chosen = m_settings.settings();
    chosen.language = m_language->currentData().toString();
    chosen.look.scheme = SchemeChoice(m_scheme->currentData().toInt());
    chosen.look.motion = MotionChoice(m_motion->currentData().toInt());
    chosen.look.zone = ZoneChoice(m_zone->currentData().toInt());
    chosen.look.textPercent = m_text->value();
    chosen.lockAfterMinutes = m_lock->value();
    m_settings.change(chosen);
}

} // namespace castellan
