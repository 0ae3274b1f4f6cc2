// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/PaletteItems.h"

#include "ui/kit/ActionCatalog.h"
#include "ui/kit/Icons.h"
#include "ui/kit/PageRegistry.h"
#include "ui/kit/Theme.h"

#include <QAbstractItemView>
#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>

#include <algorithm>

namespace castellan {

namespace {

/// Without accents, mnemonics and case.
QString folded(const QString &text)
{
    const QString decomposed = text.normalized(QString::NormalizationForm_KD);
    QString plain;
    for (const QChar c : decomposed) {
        if (c != u'&' && c.category() != QChar::Mark_NonSpacing)
            plain.append(c.toCaseFolded());
    }
    return plain;
}

constexpr int kLine = 36;
constexpr int kInset = metric::kHalfStep;
constexpr int kPadding = 12;

/// Icon, text and hint of a line, left to right. Under the text stands why it can't be run.
struct LineBoxes {
    QRect row;
    QRect icon;
    QRect text;
    QRect reason;
};

QString reasonOf(const QModelIndex &index)
{
    return index.data(PaletteDelegate::EnabledRole).toBool()
        ? QString()
        : index.data(PaletteDelegate::HintRole).toString();
}

LineBoxes boxesOf(const QModelIndex &index, const QRect &line)
{
    LineBoxes boxes;
    boxes.row = line.adjusted(kInset, 0, -kInset, 0);
    const int icon = theme().iconSize();
    const int first = theme().scaled(kLine);
    boxes.icon = QRect(boxes.row.left() + kPadding, line.top() + (first - icon) / 2, icon, icon);
    const int left = boxes.icon.right() + kPadding + 1;
    const int width = boxes.row.right() - kPadding - left;
    boxes.text = QRect(left, line.top(), width, first);
    if (const QString reason = reasonOf(index); !reason.isEmpty()) {
        const QFontMetrics metrics(theme().font(TextRole::Secondary));
        const QRect room(left, line.top() + first - metric::kStep, width, QWIDGETSIZE_MAX);
        boxes.reason =
            QRect(room.topLeft(),
                  QSize(width, metrics.boundingRect(room, Qt::TextWordWrap, reason).height()));
    }
    return boxes;
}

QString withoutMarks(const QString &text)
{
    QString plain = text;
    return plain.remove(u'&');
}

PaletteItem pageItem(const PageSpec &page, int number)
{
    PaletteItem item { PaletteItem::Kind::Page, page.id, page.title, page.icon, {}, true, 0 };
    if (number <= 10) {
        const QKeyCombination keys(Qt::ControlModifier, Qt::Key(Qt::Key_0 + number % 10));
        item.hint = QKeySequence(keys).toString(QKeySequence::NativeText);
    }
    return item;
}

PaletteItem actionItem(const ActionSpec &spec, const ActionCatalog &actions, const Subject &subject)
{
    const QString why = actions.whyDisabled(spec.id, subject);
    QString text = withoutMarks(spec.text);
    if (!spec.subjectKind.isEmpty() && subject.isValid())
        text = ActionCatalog::tr("%1 (%2)", "action and whom it is about").arg(text, subject.label);
    return { PaletteItem::Kind::Action,
             spec.id,
             text,
             spec.icon,
             why.isEmpty() ? spec.shortcut.toString(QKeySequence::NativeText) : why,
             why.isEmpty(),
             0 };
}

bool beginsWord(const QString &text, qsizetype at)
{
    return at == 0 || !text[at - 1].isLetterOrNumber();
}

/// Where it is found first at the beginning of a word, else where it is found first; -1: nowhere.
qsizetype placeOf(const QString &wanted, const QString &text)
{
    const qsizetype first = text.indexOf(wanted);
    qsizetype at = first;
    while (at >= 0 && !beginsWord(text, at))
        at = text.indexOf(wanted, at + 1);
    return at >= 0 ? at : first;
}

} // namespace

int matchScore(const QString &query, const QString &text)
{
    const QString wanted = folded(query).simplified();
    const QString found = folded(text);
    if (wanted.isEmpty())
        return 0;
    if (const qsizetype whole = placeOf(wanted, found); whole >= 0)
        return 1000 + (beginsWord(found, whole) ? 500 : 0) - int(whole);
    int score = 0;
    qsizetype at = 0;
    bool run = false;
    for (const QChar c : wanted) {
        if (c.isSpace()) {
            run = false;
            continue;
        }
        const qsizetype next = found.indexOf(c, at);
        if (next < 0)
            return -1;
        score += beginsWord(found, next) ? 20 : (run && next == at) ? 10 : 1;
        run = true;
        at = next + 1;
    }
    return score;
}

QList<PaletteItem> paletteItems(const QString &query, const PageRegistry &pages,
                                const ActionCatalog &actions, const Subject &subject)
{
    QList<PaletteItem> items;
    int number = 0;
    for (const PageSpec &page : pages.visible())
        items.append(pageItem(page, ++number));
    QList<ActionSpec> specs = actions.forKind({});
    if (!subject.kind.isEmpty())
        specs = actions.forKind(subject.kind) + specs;
    for (const ActionSpec &spec : std::as_const(specs))
        items.append(actionItem(spec, actions, subject));
    for (PaletteItem &item : items)
        item.score = matchScore(query, item.text);
    items.removeIf([](const PaletteItem &item) { return item.score < 0; });
    std::stable_sort(items.begin(), items.end(), [](const PaletteItem &a, const PaletteItem &b) {
        return a.enabled != b.enabled ? a.enabled : a.score > b.score;
    });
    return items;
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const bool enabled = index.data(EnabledRole).toBool();
    const LineBoxes boxes = boxesOf(index, option.rect);
    const QRect &row = boxes.row;
    const auto place = [&](const QRect &box) {
        return QStyle::visualRect(option.direction, row, box);
    };
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setLayoutDirection(option.direction);
    if (option.state & QStyle::State_Selected) {
        QPainterPath shape;
        shape.addRoundedRect(row, metric::kControlRadius, metric::kControlRadius);
        painter->fillPath(shape, theme().color(ColorRole::Selected));
        painter->fillRect(
            place(QRect(row.left(), row.top() + 8, metric::kSelectionBar, row.height() - 16)),
            theme().color(ColorRole::Accent));
    }
    if (const QString name = index.data(IconRole).toString(); !name.isEmpty())
        painter->drawPixmap(place(boxes.icon),
                            iconPixmap(name, boxes.icon.width(),
                                       painter->device()->devicePixelRatioF(), ColorRole::Muted));
    const QFont small = theme().font(TextRole::Secondary);
    painter->setFont(small);
    painter->setPen(theme().color(ColorRole::Muted));
    QRect text = boxes.text;
    if (!enabled) {
        painter->drawText(place(boxes.reason), int(Qt::AlignLeading | Qt::TextWordWrap),
                          reasonOf(index));
    } else if (const QString keys = index.data(HintRole).toString(); !keys.isEmpty()) {
        painter->drawText(place(text), int(Qt::AlignTrailing | Qt::AlignVCenter), keys);
        text.adjust(0, 0, -QFontMetrics(small).horizontalAdvance(keys) - kPadding, 0);
    }
    const QFont font = theme().font(TextRole::Body);
    painter->setFont(font);
    painter->setPen(theme().color(enabled ? ColorRole::Text : ColorRole::Muted));
    painter->drawText(
        place(text), int(Qt::AlignLeading | Qt::AlignVCenter),
        QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, text.width()));
    painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    return { 0, heightOf(index, view ? view->viewport()->width() : option.rect.width()) };
}

int PaletteDelegate::heightOf(const QModelIndex &index, int width)
{
    const LineBoxes boxes = boxesOf(index, QRect(0, 0, width, theme().scaled(kLine)));
    return boxes.reason.isEmpty() ? boxes.text.height() : boxes.reason.bottom() + 1 + metric::kStep;
}

} // namespace castellan
