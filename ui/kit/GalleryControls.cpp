// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/Button.h"
#include "ui/kit/ButtonRow.h"
#include "ui/kit/Card.h"
#include "ui/kit/ChoiceBox.h"
#include "ui/kit/FlowRow.h"
#include "ui/kit/GalleryPage.h"
#include "ui/kit/GalleryParts.h"
#include "ui/kit/HiddenEntry.h"
#include "ui/kit/PlainLabel.h"
#include "ui/kit/Restyle.h"
#include "ui/kit/StateChip.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QRadioButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace castellan::gallery {

namespace {

Button *made(const QString &text, ButtonRole role, const QString &icon, bool enabled = true)
{
    auto *button = new Button(text, role);
    if (!icon.isEmpty())
        button->setIconName(icon);
    if (!enabled)
        button->setWhyDisabled(GalleryPage::tr("Your role may not do this."));
    return button;
}

QLayout *row(std::initializer_list<QWidget *> widgets)
{
    auto *layout = new FlowRow;
    for (QWidget *widget : widgets)
        layout->addWidget(widget);
    return layout;
}

void addField(QGridLayout *grid, const QString &name, QWidget *field)
{
    const int line = grid->rowCount();
    auto *label = new PlainLabel(name);
    label->setBuddy(field);
    label->setTextFormat(Qt::PlainText);
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(name);
    grid->addWidget(label, line, 0);
    grid->addWidget(field, line, 1);
}

QLineEdit *lineEdit(const QString &text)
{
    auto *edit = new QLineEdit(text);
    edit->setPlaceholderText(GalleryPage::tr("Filter by login, name, e-mail or external id"));
    return edit;
}

} // namespace

QWidget *buttons()
{
    auto *card = new Card(GalleryPage::tr("Buttons"));
    for (const bool enabled : { true, false }) {
        card->body()->addLayout(
            row({ made(GalleryPage::tr("Verify caller…"), ButtonRole::Primary,
                       QStringLiteral("checkmark"), enabled),
                  made(GalleryPage::tr("Unlock…"), ButtonRole::Secondary, QStringLiteral("unlock"),
                       enabled),
                  made(GalleryPage::tr("Reset…"), ButtonRole::Destructive, {}, enabled),
                  made(GalleryPage::tr("Show all"), ButtonRole::Quiet, {}, enabled) }));
    }
    QLayout *tools =
        row({ Button::tool(QStringLiteral("view-refresh"), GalleryPage::tr("Reload")),
              Button::tool(QStringLiteral("edit-copy"), GalleryPage::tr("Copy")),
              Button::tool(QStringLiteral("edit-delete-remove"), GalleryPage::tr("Close")) });
    card->body()->addLayout(tools);
    auto *narrow = new ButtonRow;
    narrow->setMaximumWidth(300);
    narrow->addButton(made(GalleryPage::tr("Enrol…"), ButtonRole::Primary, {}));
    narrow->addButton(made(GalleryPage::tr("Unlock…"), ButtonRole::Secondary, {}));
    narrow->addButton(made(GalleryPage::tr("End all sessions…"), ButtonRole::Destructive, {}));
    card->body()->addWidget(narrow);
    return card;
}

QWidget *chips()
{
    auto *card = new Card(GalleryPage::tr("States: shape, word and colour"));
    auto *line = new FlowRow;
    line->addWidget(new StateChip(State::Good, GalleryPage::tr("Active")));
    line->addWidget(new StateChip(State::Warning, GalleryPage::tr("Must enrol by 30 Nov")));
    line->addWidget(new StateChip(State::Critical, GalleryPage::tr("Locked until 14:32")));
    line->addWidget(new StateChip(State::Information, GalleryPage::tr("Pending 11 min")));
    line->addWidget(new StateChip(State::None, GalleryPage::tr("None")));
    auto *cut = new StateChip(State::Warning, GalleryPage::tr("Disabled until Monday, 14:32"));
    cut->setMaximumWidth(120);
    line->addWidget(cut);
    card->body()->addLayout(line);
    return card;
}

QWidget *fields()
{
    auto *card = new Card(GalleryPage::tr("Fields"));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(metric::kCardGap);
    grid->setVerticalSpacing(metric::kStep);
    grid->setColumnStretch(1, 1);
    addField(grid, GalleryPage::tr("Empty"), lineEdit({}));
    addField(grid, GalleryPage::tr("Filled"), lineEdit(QStringLiteral("b.thorsson")));
    QLineEdit *problem = lineEdit(QStringLiteral("db.example"));
    setStyleProperty(problem, "problem", QStringLiteral("true"));
    addField(grid, GalleryPage::tr("With a problem"), problem);
    QLineEdit *disabled = lineEdit(QStringLiteral("verify-full"));
    disabled->setEnabled(false);
    addField(grid, GalleryPage::tr("Disabled"), disabled);
    auto *password = new SecretField(GalleryPage::tr("Password"));
    password->fill(Secret::copyOf("correct horse"));
    addField(grid, GalleryPage::tr("Password"), password);
    auto *choice = new ChoiceBox;
    choice->addItems({ GalleryPage::tr("New phone"), GalleryPage::tr("Phone lost or broken") });
    addField(grid, GalleryPage::tr("Choice"), choice);
    auto *number = new QSpinBox;
    number->setRange(1, 600);
    number->setValue(15);
    number->setSuffix(GalleryPage::tr(" min"));
    addField(grid, GalleryPage::tr("Number"), number);
    auto *note = new QPlainTextEdit(GalleryPage::tr("Called from the number on file."));
    note->setFixedHeight(theme().scaled(72));
    note->setTabChangesFocus(true);
    addField(grid, GalleryPage::tr("Note"), note);
    card->body()->addLayout(grid);
    return card;
}

QWidget *choices()
{
    auto *card = new Card(GalleryPage::tr("Choices and progress"));
    auto *off = new QCheckBox(GalleryPage::tr("&Remember the password"));
    auto *on = new QCheckBox(GalleryPage::tr("&Written down and handed over"));
    on->setChecked(true);
    auto *some = new QCheckBox(GalleryPage::tr("All of &them"));
    some->setTristate(true);
    some->setCheckState(Qt::PartiallyChecked);
    auto *not_ = new QCheckBox(GalleryPage::tr("Not &yours to choose"));
    not_->setChecked(true);
    not_->setEnabled(false);
    card->body()->addLayout(row({ off, on, some, not_ }));
    auto *first = new QRadioButton(GalleryPage::tr("&Local time"));
    auto *second = new QRadioButton(GalleryPage::tr("&UTC"));
    second->setChecked(true);
    auto *third = new QRadioButton(GalleryPage::tr("Somewhere &else"));
    third->setEnabled(false);
    card->body()->addLayout(row({ first, second, third }));
    auto *progress = new QProgressBar;
    progress->setAccessibleName(GalleryPage::tr("Progress"));
    progress->setValue(62);
    card->body()->addWidget(progress);
    return card;
}

} // namespace castellan::gallery
