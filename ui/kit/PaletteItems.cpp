// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/PaletteItems.h"

#include "ui/kit/ActionCatalog.h"
#include "ui/kit/Icons.h"
#include "ui/kit/PageRegistry.h"
#include "ui/kit/Theme.h"

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

} // namespace

int matchScore(const QString &query, const QString &text)
{
    const QString wanted = folded(query).simplified();
    const QString found = folded(text);
    if (wanted.isEmpty())
        return 0;
    if (const auto whole = found.indexOf(wanted); whole >= 0) {
        const bool start = whole == 0 || !found[whole - 1].isLetterOrNumber();
        return 1000 + (start ? 500 : 0) - int(whole);
    }
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
        const bool start = next == 0 || !found[next - 1].isLetterOrNumber();
        score += start ? 20 : (run && next == at) ? 10 : 1;
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
    const QRect row = option.rect.adjusted(metric::kHalfStep, 0, -metric::kHalfStep, 0);
    const auto place = [&](const QRect &box) {
        return QStyle::visualRect(option.direction, row, box);
    };
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_Selected) {
        QPainterPath shape;
        shape.addRoundedRect(row, metric::kControlRadius, metric::kControlRadius);
        painter->fillPath(shape, theme().color(ColorRole::Selected));
        painter->fillRect(
            place(QRect(row.left(), row.top() + 8, metric::kSelectionBar, row.height() - 16)),
            theme().color(ColorRole::Accent));
    }
    const int icon = theme().iconSize();
    const ColorRole textRole = enabled ? ColorRole::Text : ColorRole::Muted;
    const QString iconName = index.data(IconRole).toString();
    const QRect iconBox(row.left() + 12, row.center().y() - icon / 2 + 1, icon, icon);
    if (!iconName.isEmpty())
        painter->drawPixmap(
            place(iconBox),
            iconPixmap(iconName, icon, painter->device()->devicePixelRatioF(), ColorRole::Muted));
    const QFont small = theme().font(TextRole::Secondary);
    const QFontMetrics smallMetrics(small);
    const QString hint = index.data(HintRole).toString();
    const int hintWidth = std::min(smallMetrics.horizontalAdvance(hint) + 1, row.width() / 2);
    const QRect hintBox(row.right() - 12 - hintWidth, row.top(), hintWidth, row.height());
    painter->setFont(small);
    painter->setPen(theme().color(ColorRole::Muted));
    painter->drawText(place(hintBox), int(Qt::AlignTrailing | Qt::AlignVCenter),
                      smallMetrics.elidedText(hint, Qt::ElideRight, hintWidth));
    const int left = iconBox.right() + 13;
    const QRect textBox(left, row.top(), hintBox.left() - left - 12, row.height());
    const QFont font = theme().font(TextRole::Body);
    painter->setFont(font);
    painter->setPen(theme().color(textRole));
    painter->drawText(
        place(textBox), int(Qt::AlignLeading | Qt::AlignVCenter),
        QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, textBox.width()));
    painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return { 0, theme().scaled(36) };
}

} // namespace castellan
