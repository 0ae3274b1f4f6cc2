// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/StyleSheet.h"

#include "models/base/logging.h"
#include "ui/kit/Theme.h"

#include <QFile>
#include <QRegularExpression>

#include <optional>

namespace castellan {

namespace {

std::optional<ColorRole> roleNamed(QStringView name)
{
    for (int i = 0; i < kColorRoleCount; ++i) {
        if (name == colorRoleName(ColorRole(i)))
            return ColorRole(i);
    }
    return std::nullopt;
}

QString cssColor(const QColor &color)
{
    if (color.alpha() == 255)
        return color.name();
    return QStringLiteral("rgba(%1, %2, %3, %4)")
        .arg(color.red())
        .arg(color.green())
        .arg(color.blue())
        .arg(color.alpha());
}

QString valueOf(const QRegularExpressionMatch &match, const Theme &theme)
{
    if (match.hasCaptured(QStringLiteral("pixels"))) {
        const int pixels = match.captured(QStringLiteral("pixels")).toInt();
        const int less = match.captured(QStringLiteral("less")).toInt();
        return QString::number(theme.scaled(pixels) - less);
    }
    const auto role = roleNamed(match.capturedView(QStringLiteral("role")));
    if (role)
        return cssColor(theme.color(*role));
    qCWarning(lcUi) << "unknown placeholder" << match.captured();
    return match.captured();
}

} // namespace

QString readStyleSheet()
{
    QFile file(QStringLiteral(":/castellan/style/castellan.qss"));
    if (!file.open(QIODevice::ReadOnly)) {
        qCWarning(lcUi) << "the style sheet is missing from the resources";
        return {};
    }
    return QString::fromUtf8(file.readAll());
}

QString fillStyleSheet(const QString &text, const Theme &theme)
{
    static const QRegularExpression s_placeholder(QStringLiteral(
        R"(\$\{(?:scaled:(?<pixels>\d+)(?:-(?<less>\d+))?|(?<role>[A-Za-z0-9]+))\})"));
    QString filled;
    filled.reserve(text.size());
    qsizetype last = 0;
    auto matches = s_placeholder.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        filled += QStringView(text).sliced(last, match.capturedStart() - last);
        filled += valueOf(match, theme);
        last = match.capturedEnd();
    }
    filled += QStringView(text).sliced(last);
    return filled;
}

} // namespace castellan
