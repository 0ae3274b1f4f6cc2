// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/Clock.h"
#include "ui/kit/Banner.h"
#include "ui/kit/Button.h"
#include "ui/kit/Card.h"
#include "ui/kit/CodeField.h"
#include "ui/kit/FlowCards.h"
#include "ui/kit/GalleryPage.h"
#include "ui/kit/GalleryParts.h"
#include "ui/kit/KeyValueList.h"
#include "ui/kit/PlainLabel.h"
#include "ui/kit/QrView.h"
#include "ui/kit/StateChip.h"
#include "ui/kit/StatePanes.h"
#include "ui/kit/TimeLabels.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

#include <array>

namespace castellan::gallery {

namespace {

Card *figure(const QString &name, const QString &value, const QString &fact, State state,
             const QString &word)
{
    auto *card = new Card;
    card->body()->setSpacing(metric::kHalfStep);
    card->body()->addWidget(new PlainLabel(name, TextRole::BodyStrong, Tone::Muted));
    card->body()->addWidget(new PlainLabel(value, TextRole::Figure));
    auto *small = new PlainLabel(fact, TextRole::Secondary, Tone::Muted);
    small->setOverflow(PlainLabel::Overflow::Wrap);
    card->body()->addWidget(small);
    card->body()->addStretch();
    card->body()->addWidget(new StateChip(state, word));
    card->setAccessibleName(name);
    return card;
}

/// A square of a colour with its name under it.
class Swatch : public QWidget {
public:
    explicit Swatch(ColorRole role)
        : m_role(role)
    {
        setMinimumSize(theme().scaled(120), theme().scaled(48));
        setAccessibleName(colorRoleName(role));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const int side = theme().scaled(28);
        painter.setPen(theme().color(ColorRole::Hairline));
        painter.setBrush(theme().color(m_role));
        painter.drawRoundedRect(QRect(0, 0, side, side), 4, 4);
        painter.setPen(theme().color(ColorRole::Muted));
        painter.setFont(theme().font(TextRole::Secondary));
        painter.drawText(QRect(side + 8, 0, width() - side - 8, side), Qt::AlignVCenter,
                         colorRoleName(m_role));
    }

private:
    ColorRole m_role;
};

QWidget *state(QWidget *pane)
{
    auto *card = new Card;
    card->layout()->setContentsMargins(0, 0, 0, 0);
    card->body()->addWidget(pane);
    card->setMinimumHeight(theme().scaled(232));
    return card;
}

} // namespace

QWidget *figures()
{
    auto *widget = new QWidget;
    auto *flow = new FlowCards(widget);
    flow->addWidget(figure(GalleryPage::tr("Second factor"), GalleryPage::tr("88 %"),
                           GalleryPage::tr("442 of 503 enrolled"), State::Warning,
                           GalleryPage::tr("3 admins missing")));
    flow->addWidget(figure(GalleryPage::tr("Sessions"), QLocale().toString(1284),
                           GalleryPage::tr("of 1,031 people"), State::Good,
                           GalleryPage::tr("No warnings")));
    flow->addWidget(figure(GalleryPage::tr("Alerts"), QStringLiteral("2"),
                           GalleryPage::tr("1 acknowledged"), State::Critical,
                           GalleryPage::tr("Disk 92 % on db1")));
    flow->addWidget(figure(GalleryPage::tr("Audit trail"), GalleryPage::tr("Intact"),
                           GalleryPage::tr("sealed to 14:06:00"), State::Good,
                           GalleryPage::tr("48.2 M events")));
    return widget;
}

QWidget *details()
{
    auto *card = new Card(GalleryPage::tr("Details"));
    card->setFact(GalleryPage::tr("7 days"));
    auto *list = new KeyValueList;
    list->setRow(QStringLiteral("factor"), GalleryPage::tr("Factor"),
                 GalleryPage::tr("TOTP, since 3 Mar 2026"));
    list->setRow(QStringLiteral("drift"), GalleryPage::tr("Drift"), QStringLiteral("−3"));
    list->setRow(QStringLiteral("codes"), GalleryPage::tr("Recovery codes"),
                 GalleryPage::tr("10 of 10"));
    list->setRowWidget(QStringLiteral("state"), GalleryPage::tr("State"),
                       new StateChip(State::Critical, GalleryPage::tr("Locked until 14:32")));
    list->setRow(QStringLiteral("long"), GalleryPage::tr("Name"),
                 QStringLiteral("Maximiliane-Friederike von Hohenstaufen-Wittgenstein zu "
                                "Sonnenberg <b>and more</b> of it"));
    list->setRow(QStringLiteral("none"), GalleryPage::tr("E-mail"), {});
    card->body()->addWidget(list);
    card->body()->addWidget(new Hairline);
    card->body()->addWidget(new SectionHeading(GalleryPage::tr("Why can't this person sign in?")));
    auto *why = new PlainLabel(GalleryPage::tr(
        "Five wrong codes in 2 minutes, the last at 14:02 from 203.0.113.40. Each was right for a "
        "clock 94 s behind: the phone's clock is wrong."));
    why->setOverflow(PlainLabel::Overflow::Wrap);
    card->body()->addWidget(why);
    return card;
}

QWidget *texts(const Clock &clock)
{
    auto *card = new Card(GalleryPage::tr("Type"));
    const std::array<std::pair<TextRole, QString>, 7> steps { {
        { TextRole::PageTitle, GalleryPage::tr("Page title, 23") },
        { TextRole::DetailTitle, GalleryPage::tr("Detail title, 19") },
        { TextRole::CardTitle, GalleryPage::tr("Card title, 15") },
        { TextRole::BodyStrong, GalleryPage::tr("Body, 13, strong") },
        { TextRole::Body, GalleryPage::tr("Body, 13: 0123456789 and 1111111111") },
        { TextRole::Secondary, GalleryPage::tr("Secondary, 12") },
        { TextRole::Figure, QStringLiteral("1,284") },
    } };
    for (const auto &[role, text] : steps)
        card->body()->addWidget(new PlainLabel(text, role));
    auto *elided = new PlainLabel(
        QStringLiteral("k.wisniewska · katarzyna.wisniewska-brzeczyszczykiewicz@example.org"),
        TextRole::Secondary, Tone::Muted);
    elided->setOverflow(PlainLabel::Overflow::Elide);
    elided->setMaximumWidth(240);
    card->body()->addWidget(elided);
    card->body()->addWidget(new MonoText(QStringLiteral("JBSW Y3DP EHPK 3PXP")));
    auto *ago = new RelativeTime(clock);
    ago->setTime(clock.utcNow().addSecs(-250));
    card->body()->addWidget(ago);
    return card;
}

QWidget *banners()
{
    auto *widget = new QWidget;
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metric::kStep);
    auto *weak = new Banner(State::Warning,
                            GalleryPage::tr("This connection is not verified: anybody in between "
                                            "could read and change what you see."));
    weak->addAction(GalleryPage::tr("Change the connection"));
    auto *lost = new Banner(State::Critical,
                            GalleryPage::tr("The connection is lost. Castellan keeps trying."));
    auto *news = new Banner(State::Information, GalleryPage::tr("12 new people."));
    news->addAction(GalleryPage::tr("Show"));
    news->setClosable(true);
    auto *good = new Banner(State::Good, GalleryPage::tr("Connected again."));
    for (Banner *banner : { weak, lost, news, good })
        layout->addWidget(banner);
    return widget;
}

QWidget *states()
{
    auto *widget = new QWidget;
    auto *flow = new FlowCards(widget);
    flow->setLeastColumn(300);
    auto *empty = new EmptyState;
    empty->setContent(QStringLiteral("system-users"), GalleryPage::tr("No accounts yet"),
                      GalleryPage::tr("The application adds them when people sign up."));
    empty->setSnippet(QStringLiteral("select castellan.account_sync(…)"));
    empty->setAction(GalleryPage::tr("How to connect it"));
    auto *loading = new LoadingState;
    loading->setDelays(0, 0);
    loading->start(GalleryPage::tr("Waiting for the list of accounts."));
    auto *error = new ErrorState;
    error->setSentence(Wording::error({ ErrorCode::Timeout, {}, {} },
                                      GalleryPage::tr("The list shows what it showed before.")));
    flow->addWidget(state(empty));
    flow->addWidget(state(loading));
    flow->addWidget(state(error));
    return widget;
}

QWidget *colors()
{
    auto *card = new Card(GalleryPage::tr("Colours"));
    auto *widget = new QWidget;
    auto *flow = new FlowCards(widget);
    flow->setLeastColumn(150);
    flow->setSpacing(metric::kStep);
    for (int role = 0; role < kColorRoleCount; ++role)
        flow->addWidget(new Swatch(ColorRole(role)));
    card->body()->addWidget(widget);
    return card;
}

QWidget *codes(const Clock &clock)
{
    auto *card = new Card(GalleryPage::tr("Codes"));
    auto *row = new QHBoxLayout;
    row->setSpacing(metric::kPageMargin);
    auto *qr = new QrView;
    if (auto code = QrCode::encode("otpauth://totp/Castellan:sample?secret=JBSWY3DPEHPK3PXP"))
        qr->setCode(std::move(code).value(), GalleryPage::tr("Sample QR code"));
    row->addWidget(qr, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(metric::kStep);
    auto *empty = new CodeField;
    auto *part = new CodeField;
    part->fill(Secret::copyOf("4711"));
    auto *wrong = new CodeField;
    wrong->fill(Secret::copyOf("492039"));
    wrong->setProblem(GalleryPage::tr("That code is not right."));
    for (CodeField *field : { empty, part, wrong })
        column->addWidget(field);
    auto *left = new CountdownChip(clock);
    left->start(clock.utcNow().addSecs(102),
                [](const QString &time) { return GalleryPage::tr("Hidden in %1").arg(time); });
    column->addWidget(left);
    column->addStretch();
    row->addLayout(column, 1);
    card->body()->addLayout(row);
    return card;
}

} // namespace castellan::gallery
