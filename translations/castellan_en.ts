<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>castellan::AccountDetailPane</name>
    <message numerus="yes">
        <source>%n left</source>
        <translation>
            <numerusform>%n left</numerusform>
            <numerusform>%n left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>castellan::CodeField</name>
    <message numerus="yes">
        <source>That is longer than a code. A code has %n digits.</source>
        <translation>
            <numerusform>That is longer than a code. A code has %n digit.</numerusform>
            <numerusform>That is longer than a code. A code has %n digits.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A code has %n digits.</source>
        <translation>
            <numerusform>A code has %n digit.</numerusform>
            <numerusform>A code has %n digits.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>castellan::FacetBar</name>
    <message numerus="yes">
        <source>Filters: %n on</source>
        <translation>
            <numerusform>Filters: %n on</numerusform>
            <numerusform>Filters: %n on</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>castellan::ListFooter</name>
    <message numerus="yes">
        <source>%n new · show</source>
        <translation>
            <numerusform>%n new · show</numerusform>
            <numerusform>%n new · show</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>castellan::ListPage</name>
    <message numerus="yes">
        <source>%n rows copied.</source>
        <translation>
            <numerusform>%n row copied.</numerusform>
            <numerusform>%n rows copied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>castellan::ListView</name>
    <message numerus="yes">
        <source>Copy %n rows</source>
        <translation>
            <numerusform>Copy %n row</numerusform>
            <numerusform>Copy %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>castellan::TimeText</name>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n week</numerusform>
            <numerusform>%n weeks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>castellan::Wording</name>
    <message numerus="yes">
        <source>Wait for the next code: it comes in %n second(s).</source>
        <translation>
            <numerusform>Wait for the next code: it comes in %n second.</numerusform>
            <numerusform>Wait for the next code: it comes in %n seconds.</numerusform>
        </translation>
    </message>
</context>
</TS>
