// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/Icons.h"

#include "models/base/logging.h"
#include "ui/kit/Theme.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>

namespace castellan {

namespace {

constexpr std::array kPointing { "arrow-left",     "arrow-right",           "go-next",
                                 "go-previous",    "document-export",       "document-import",
                                 "edit-undo",      "sidebar-collapse-left", "sidebar-expand-left",
                                 "system-log-out", "view-list-details",     "go-first",
                                 "go-last",        "document-send" };

bool points(const QString &name)
{
    return std::any_of(kPointing.begin(), kPointing.end(),
                       [&](const char *known) { return name == QLatin1String(known); });
}

/// Breeze draws some icons anew at 22; take that drawing where there is one and it is wanted.
QString pathOf(const QString &name, int size)
{
    QString large = QStringLiteral(":/castellan/icons/22/%1.svg").arg(name);
    if (size >= 20 && size < 30 && QFile::exists(large))
        return large;
    return QStringLiteral(":/castellan/icons/16/%1.svg").arg(name);
}

QPixmap rendered(const QString &path, int size, qreal ratio)
{
    QPixmap pixmap(QSize(size, size) * ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QSvgRenderer renderer(path);
    renderer.render(&painter, QRectF(QPointF(), pixmap.size()));
    return pixmap;
}

QPixmap tinted(const QString &name, int size, qreal ratio, const QColor &color, bool mirrored)
{
    const QString key = QStringLiteral("castellan:%1:%2:%3:%4:%5")
                            .arg(name)
                            .arg(size)
                            .arg(ratio)
                            .arg(color.rgba())
                            .arg(mirrored);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = rendered(pathOf(name, size), size, ratio);
    QPainter painter(&pixmap);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), color);
    painter.end();
    if (mirrored)
        pixmap = pixmap.transformed(QTransform::fromScale(-1, 1));
    pixmap.setDevicePixelRatio(ratio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

bool mirrors(const QString &name)
{
    return QGuiApplication::layoutDirection() == Qt::RightToLeft && points(name);
}

class TintedIconEngine : public QIconEngine {
public:
    TintedIconEngine(QString name, ColorRole role)
        : m_name(std::move(name))
        , m_role(role)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const int size = std::min(rect.width(), rect.height());
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
        QRect square(0, 0, size, size);
        square.moveCenter(rect.center());
        painter->drawPixmap(square, draw(size, ratio, mode));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        // Qt hands over the size in device pixels.
        const int side = std::max(1, qRound(std::min(size.width(), size.height()) / scale));
        return draw(side, scale, mode);
    }

    QIconEngine *clone() const override { return new TintedIconEngine(*this); }

private:
    QPixmap draw(int size, qreal ratio, QIcon::Mode mode) const
    {
        const ColorRole role = mode == QIcon::Disabled ? ColorRole::DisabledText : m_role;
        return tinted(m_name, size, ratio, theme().color(role), mirrors(m_name));
    }

    QString m_name;
    ColorRole m_role;
};

} // namespace

QIcon icon(const QString &name, ColorRole role)
{
    if (!QFile::exists(pathOf(name, 16))) {
        qCWarning(lcUi) << "no such icon:" << name;
        return {};
    }
    return QIcon(new TintedIconEngine(name, role));
}

QPixmap iconPixmap(const QString &name, int size, qreal pixelRatio, ColorRole role)
{
    return tinted(name, size, pixelRatio, theme().color(role), mirrors(name));
}

QIcon applicationIcon()
{
    return QIcon(QStringLiteral(":/castellan/icons/castellan.svg"));
}

QPixmap applicationMark(int size, qreal pixelRatio)
{
    QPixmap pixmap = rendered(QStringLiteral(":/castellan/icons/castellan.svg"), size, pixelRatio);
    pixmap.setDevicePixelRatio(pixelRatio);
    return pixmap;
}

QStringList iconNames()
{
    QStringList names = QDir(QStringLiteral(":/castellan/icons/16"))
                            .entryList({ QStringLiteral("*.svg") }, QDir::Files, QDir::Name);
    for (QString &name : names)
        name.chop(4);
    return names;
}

} // namespace castellan
