// SPDX-FileCopyrightText: Castellan authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lists/Filter.h"
#include "models/lists/ListRow.h"
#include "models/lists/Selection.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace castellan;

class TestListValues : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rowsMakeTheirValuesOnce()
    {
        int made = 0;
        ListRow row;
        row.id = u"1"_qs;
        row.values = RowValues([&made] {
            ++made;
            return RowValues::List { { u"name"_qs, u"Ann"_qs }, { u"age"_qs, 41 } };
        });
        const ListRow copy = row;
        QCOMPARE(copy, row);
        QCOMPARE(made, 0);
        QCOMPARE(row.value(u"name"_qs), u"Ann"_qs);
        QCOMPARE(copy.value(u"age"_qs), 41);
        QVERIFY(!copy.values.contains(u"rank"_qs));
        QCOMPARE(made, 1);
        const RowValues same { { u"name"_qs, u"Ann"_qs }, { u"age"_qs, 41 } };
        QCOMPARE(row.values, same);
        QVERIFY(row.values != RowValues({ { u"name"_qs, u"Bob"_qs } }));
        QVERIFY(row.values != RowValues());
        QCOMPARE(RowValues().value(u"name"_qs), QVariant());
        QCOMPARE(same.toMap(), (QVariantMap { { u"name"_qs, u"Ann"_qs }, { u"age"_qs, 41 } }));
    }

    void filterSendsWhatIsOn()
    {
        Filter filter;
        QVERIFY(filter.isEmpty());
        QCOMPARE(filter.toJson(), QJsonObject());
        filter.text = u"  Ann "_qs;
        filter.setFacet(u"pending"_qs, true);
        filter.setFacet(u"locked"_qs, true);
        filter.setFacet(u"locked"_qs, true);
        filter.fields = { { u"active"_qs, true } };
        QCOMPARE(filter.toJson(),
                 (QJsonObject { { u"text"_qs, u"Ann"_qs },
                                { u"facets"_qs, QJsonArray { u"locked"_qs, u"pending"_qs } },
                                { u"active"_qs, true } }));
        filter.setFacet(u"locked"_qs, false);
        QCOMPARE(filter.facets, QStringList(u"pending"_qs));
    }

    void filterComesBackFromJson()
    {
        Filter filter;
        filter.text = u"Ann"_qs;
        filter.setFacet(u"locked"_qs, true);
        filter.fields = { { u"ranks"_qs, QJsonArray { u"admin"_qs } } };
        QCOMPARE(Filter::fromJson(filter.toJson()), filter);
        QCOMPARE(Filter::fromJson({}), Filter());
    }

    void filterDefusesHostileText()
    {
        Filter filter;
        filter.text = u"a"_qs + QChar(u'\0') + u"b"_qs;
        QCOMPARE(filter.toJson().value(u"text"_qs).toString(), u"ab"_qs);
        filter.text = QString(Filter::kMaximumText - 1, u'x') + u"\U0001F600"_qs;
        QCOMPARE(filter.toJson().value(u"text"_qs).toString(),
                 QString(Filter::kMaximumText - 1, u'x'));
        filter.text = QString(10'000'000, u'x');
        QCOMPARE(filter.toJson().value(u"text"_qs).toString().size(), Filter::kMaximumText);
        filter.text = QString(QChar(u'\0'));
        QVERIFY(filter.isEmpty());
    }

    void selectionIsASetOfIds()
    {
        Selection selection;
        QSignalSpy changed(&selection, &Selection::changed);
        selection.set({ u"b"_qs, u"a"_qs });
        selection.set({ u"a"_qs, u"b"_qs });
        QCOMPARE(changed.size(), 1);
        QCOMPARE(selection.ids(), (QStringList { u"a"_qs, u"b"_qs }));
        QCOMPARE(selection.count(1000), 2);
        selection.toggle(u"a"_qs);
        QVERIFY(!selection.contains(u"a"_qs));
        QCOMPARE(selection.single(), u"b"_qs);
        selection.add({ u"b"_qs, u"c"_qs });
        QCOMPARE(selection.count(1000), 2);
        QVERIFY(selection.single().isEmpty());
        selection.clear();
        QVERIFY(selection.isEmpty());
    }

    void selectionOfAllMatchingHasExceptions()
    {
        Selection selection;
        Filter filter;
        filter.setFacet(u"locked"_qs, true);
        selection.selectAllMatching(filter);
        QVERIFY(selection.isAllMatching());
        QVERIFY(selection.contains(u"never seen"_qs));
        selection.toggle(u"x"_qs);
        QVERIFY(!selection.contains(u"x"_qs));
        QCOMPARE(selection.exceptions(), QStringList(u"x"_qs));
        QVERIFY(selection.ids().isEmpty());
        QCOMPARE(selection.count(412), 411);
        QCOMPARE(selection.filter(), filter);
        selection.add({ u"x"_qs });
        QCOMPARE(selection.count(412), 412);
        selection.set({ u"x"_qs });
        QVERIFY(!selection.isAllMatching());
    }

    void anotherFilterEndsTheSelection()
    {
        Selection selection;
        selection.setFilter({});
        selection.set({ u"a"_qs });
        selection.setFilter({});
        QVERIFY(!selection.isEmpty());
        Filter other;
        other.text = u"x"_qs;
        selection.setFilter(other);
        QVERIFY(selection.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestListValues)
#include "tst_list_values.moc"
