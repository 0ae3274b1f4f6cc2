-- SPDX-FileCopyrightText: Castellan authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The demo's people: invented, of many languages, the same at every installation. One transaction with
-- the other files of this folder; setting castellan.demo_accounts says how many. Run as superuser, since
-- it writes what no function would: a past.

-- Triggers and foreign keys are for people who come one at a time; what they would see to is done here.
set local session_replication_role = replica;
set local synchronous_commit = off;
set local search_path = pg_temp, pg_catalog;

-- Many rows go in faster without their indexes, which are made again at the end.
set local maintenance_work_mem = '512MB';
create temp table demo_index on commit drop as
select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition, a.attstattarget as statistics
  from pg_index i
  join pg_attribute a on a.attrelid = i.indexrelid and a.attnum = 1
 where current_setting('castellan.demo_accounts')::bigint > 20000 and not i.indisunique
   and i.indrelid in ('castellan_private.account'::regclass, 'castellan_private.factor'::regclass,
                      'castellan_private.enrolment'::regclass);
do $$
declare
    index_name text;
begin
    for index_name in select name from demo_index loop
        execute 'drop index ' || index_name;
    end loop;
end $$;

-- The same number for the same person and question, everywhere and each time.
create function pg_temp.pick(n bigint, question integer, choices integer) returns integer
language sql immutable parallel safe
return (abs(hashint8extended(n, question) % choices))::integer;

create temp table demo_culture (
    id serial, given text[], given_latin text[], family text[], family_latin text[],
    family_first boolean default false, share integer default 1, domain text
) on commit drop;
insert into demo_culture (given, given_latin, family, family_latin, family_first, share, domain) values
('{Ada,Ben,Clara,Dylan,Edith,Felix,Grace,Henry,Isla,Jack,Nora,Owen}',
 '{ada,ben,clara,dylan,edith,felix,grace,henry,isla,jack,nora,owen}',
 '{Ashdown,Birchall,Copeland,Draycott,Fairweather,Hartnell,Kingsley,Larkham,Merriweather,Osgood,Pemberley,Whitlock}',
 '{ashdown,birchall,copeland,draycott,fairweather,hartnell,kingsley,larkham,merriweather,osgood,pemberley,whitlock}', false, 5, 'example.com'),
('{Anke,Björn,Christoph,Dörte,Friederike,Jürgen,Käthe,Lukas,Matthias,Renate,Sören,Ursula}',
 '{anke,bjoern,christoph,doerte,friederike,juergen,kaethe,lukas,matthias,renate,soeren,ursula}',
 '{Bäumler,Eßbach,Grünwald,Höllriegel,Kretschmar,Lößnitz,Müllner,Öhlschläger,Rübsam,Süßkind,Weißenfels,Zörner}',
 '{baeumler,essbach,gruenwald,hoellriegel,kretschmar,loessnitz,muellner,oehlschlaeger,ruebsam,suesskind,weissenfels,zoerner}', false, 5, 'example.org'),
('{Amélie,Benoît,Chloé,Désirée,Étienne,Françoise,Gaël,Hélène,Joël,Léa,Noémie,Raphaël}',
 '{amelie,benoit,chloe,desiree,etienne,francoise,gael,helene,joel,lea,noemie,raphael}',
 '{Beauséjour,Châtelain,Desmarêts,d’Aubigné,Garçonnet,L’Hévéder,Lefèvre,Montségur,Prévôt,Rougemont,Tréville,Vaucluse}',
 '{beausejour,chatelain,desmarets,daubigne,garconnet,lheveder,lefevre,montsegur,prevot,rougemont,treville,vaucluse}', false, 3, 'example.net'),
('{Álvaro,Begoña,Concepción,Íñigo,José Luis,Lucía,María del Mar,Martín,Núria,Raúl,Sofía,Ximena}',
 '{alvaro,begona,concepcion,inigo,joseluis,lucia,mariadelmar,martin,nuria,raul,sofia,ximena}',
 '{Arroyo Peñalver,Cañizares Soto,de la Fuente Ibáñez,Escribà Montaner,Gálvez Rincón,Ibarra Muñiz,López de Aguirre,Núñez Ferrer,Ordóñez Blasco,Quiñones Vidal,Sáenz de Tejada,Zúñiga Prat}',
 '{arroyo,canizares,delafuente,escriba,galvez,ibarra,lopez,nunez,ordonez,quinones,saenz,zuniga}', false, 3, 'example.com'),
('{Agnieszka,Bogusław,Grażyna,Jędrzej,Łucja,Małgorzata,Paweł,Stanisław,Wojciech,Zbigniew,Zdzisława,Żaneta}',
 '{agnieszka,boguslaw,grazyna,jedrzej,lucja,malgorzata,pawel,stanislaw,wojciech,zbigniew,zdzislawa,zaneta}',
 '{Brzęczek,Chrząszcz,Dąbek,Gołąb,Jaźwiec,Krzyżaniak,Łęcki,Ożóg,Pszczoła,Ślązak,Świerk,Żądło}',
 '{brzeczek,chrzaszcz,dabek,golab,jazwiec,krzyzaniak,lecki,ozog,pszczola,slazak,swierk,zadlo}', false, 2, 'example.org'),
('{Ayşe,Çağla,Doğan,Emre,Gülşah,İlker,Işıl,Oğuz,Ömer,Şebnem,Tuğçe,Ümit}',
 '{ayse,cagla,dogan,emre,gulsah,ilker,isil,oguz,omer,sebnem,tugce,umit}',
 '{Akgün,Bağcı,Çınar,Değirmenci,Erdoğmuş,Güneş,İpekçi,Kılıçoğlu,Öztürkmen,Şahinbaş,Uğurlu,Yıldırım}',
 '{akgun,bagci,cinar,degirmenci,erdogmus,gunes,ipekci,kilicoglu,ozturkmen,sahinbas,ugurlu,yildirim}', false, 2, 'example.net'),
('{Ásdís,Björk,Eyþór,Guðrún,Hjörtur,Ísak,Jökull,Margrét,Sæunn,Þórdís,Þorsteinn,Örn}',
 '{asdis,bjork,eythor,gudrun,hjortur,isak,jokull,margret,saeunn,thordis,thorsteinn,orn}',
 '{Aðalsteinsdóttir,Baldursson,Bjarkadóttir,Egilsson,Friðþjófsdóttir,Hákonarson,Ísleifsson,Kjartansdóttir,Ragnheiðarson,Sæmundsdóttir,Þorgeirsson,Ævarsdóttir}',
 '{adalsteinsdottir,baldursson,bjarkadottir,egilsson,fridthjofsdottir,hakonarson,isleifsson,kjartansdottir,ragnheidarson,saemundsdottir,thorgeirsson,aevarsdottir}', false, 1, 'example.org'),
('{さくら,陽菜,結衣,葵,美咲,翔太,大輝,蓮,健太郎,直樹,優斗,千尋}',
 '{sakura,hina,yui,aoi,misaki,shota,daiki,ren,kentaro,naoki,yuto,chihiro}',
 '{佐久間,小笠原,長谷川,東雲,桐生,五十嵐,朝比奈,藤堂,柊,白鳥,綾瀬,神楽坂}',
 '{sakuma,ogasawara,hasegawa,shinonome,kiryu,igarashi,asahina,todo,hiiragi,shiratori,ayase,kagurazaka}', true, 2, 'example.net'),
('{子涵,雨桐,欣怡,浩然,宇轩,思远,梓萱,文博,佳琪,嘉懿,若溪,明哲}',
 '{zihan,yutong,xinyi,haoran,yuxuan,siyuan,zixuan,wenbo,jiaqi,jiayi,ruoxi,mingzhe}',
 '{欧阳,上官,司马,诸葛,慕容,东方,林,沈,顾,陆,叶,苏}',
 '{ouyang,shangguan,sima,zhuge,murong,dongfang,lin,shen,gu,lu,ye,su}', true, 2, 'example.com'),
('{서연,하은,지우,민서,수빈,예준,도윤,시우,주원,현우,지호,은채}',
 '{seoyeon,haeun,jiwoo,minseo,subin,yejun,doyun,siwoo,juwon,hyunwoo,jiho,eunchae}',
 '{남궁,황보,제갈,선우,독고,사공,한,백,문,류,차,표}',
 '{namgung,hwangbo,jegal,seonwoo,dokgo,sagong,han,baek,moon,ryu,cha,pyo}', true, 1, 'example.org'),
('{Анастасия,Борис,Вероника,Геннадий,Екатерина,Игорь,Ксения,Людмила,Пётр,Семён,Фёдор,Юлия}',
 '{anastasia,boris,veronika,gennady,ekaterina,igor,ksenia,lyudmila,pyotr,semyon,fyodor,yulia}',
 '{Берёзкин,Воробьёв,Журавлёва,Звягинцев,Калашник,Листопад,Метелица,Подберёзкина,Рябинин,Снегирёв,Черемных,Щеглова}',
 '{beryozkin,vorobyov,zhuravlyova,zvyagintsev,kalashnik,listopad,metelitsa,podberyozkina,ryabinin,snegiryov,cheremnykh,shcheglova}', false, 2, 'example.net'),
('{Αγγελική,Βασίλης,Γιώργος,Δήμητρα,Ελένη,Ηλίας,Θεοδώρα,Κωνσταντίνος,Μαρία,Νίκος,Σοφία,Φώτης}',
 '{angeliki,vasilis,giorgos,dimitra,eleni,ilias,theodora,konstantinos,maria,nikos,sofia,fotis}',
 '{Αηδονίδης,Βλαχόπουλος,Γαλανού,Δελφινάκης,Θαλασσινός,Καραβίδας,Λιβαδάς,Μελισσουργός,Πελαγίτης,Ροδίτη,Τριανταφυλλίδης,Χαλκιάς}',
 '{aidonidis,vlachopoulos,galanou,delfinakis,thalassinos,karavidas,livadas,melissourgos,pelagitis,roditi,triantafyllidis,chalkias}', false, 1, 'example.org'),
('{أمينة,بشار,جميلة,خالد,رانيا,زياد,سلمى,طارق,فاطمة,كريم,ليلى,يوسف}',
 '{amina,bashar,jamila,khaled,rania,ziad,salma,tarek,fatima,karim,layla,youssef}',
 '{الأندلسي,البستاني,التميمي,الحداد,الخوري,الدمشقي,الزيتوني,الشريف,العطار,القاسمي,المنصوري,النجار}',
 '{alandalusi,albustani,altamimi,alhaddad,alkhoury,aldimashqi,alzaytuni,alsharif,alattar,alqasimi,almansouri,alnajjar}', false, 2, 'example.com'),
('{אביגיל,בנימין,גלית,דניאל,הדס,זאב,יעל,מיכאל,נועה,עמית,רחל,שירה}',
 '{avigail,binyamin,galit,daniel,hadas,zeev,yael,michael,noa,amit,rachel,shira}',
 '{אלמוג,ברקאי,גולן,דרורי,הראל,זמיר,חרמוני,כרמלי,לביא,סלעי,ערבה,שקד}',
 '{almog,barkai,golan,drori,harel,zamir,hermoni,carmeli,lavi,salai,arava,shaked}', false, 1, 'example.net'),
('{अदिति,आरव,इशिता,कार्तिक,गौरी,देवांश,नंदिनी,प्रणव,मीरा,रोहन,वैष्णवी,सिद्धार्थ}',
 '{aditi,aarav,ishita,kartik,gauri,devansh,nandini,pranav,meera,rohan,vaishnavi,siddharth}',
 '{अग्रवाल,उपाध्याय,कुलकर्णी,गुप्ता,चतुर्वेदी,जोशी,त्रिवेदी,देशमुख,नायर,मिश्रा,शुक्ला,श्रीवास्तव}',
 '{agrawal,upadhyay,kulkarni,gupta,chaturvedi,joshi,trivedi,deshmukh,nair,mishra,shukla,shrivastava}', false, 2, 'example.org'),
('{Ánh,Bảo,Châu,Đức,Hạnh,Khôi,Lan,Minh,Ngọc,Phương,Thảo,Tuấn}',
 '{anh,bao,chau,duc,hanh,khoi,lan,minh,ngoc,phuong,thao,tuan}',
 '{Âu Dương,Bùi Hữu,Đặng Thị,Đỗ Quang,Hoàng Gia,Lý Thường,Mạc Đình,Ngô Bảo,Phạm Thùy,Quách Thái,Trịnh Công,Vũ Ngọc}',
 '{au,bui,dang,do,hoang,ly,mac,ngo,pham,quach,trinh,vu}', true, 1, 'example.com'),
('{Adaeze,Babátúndé,Chidiebere,Ẹniọlá,Folákẹ́,Ifeoma,Kẹ́hìndé,Nkechi,Obinna,Ọlámide,Táíwò,Yéwándé}',
 '{adaeze,babatunde,chidiebere,eniola,folake,ifeoma,kehinde,nkechi,obinna,olamide,taiwo,yewande}',
 '{Adébáyọ̀,Akíntọ́lá,Chukwuemeka,Ezeigbo,Fáṣọlá,Ifeanyi,Ìdòwú,Nwachukwu,Ògúnbánjọ,Okonjo,Ọlátúnjí,Uzochukwu}',
 '{adebayo,akintola,chukwuemeka,ezeigbo,fasola,ifeanyi,idowu,nwachukwu,ogunbanjo,okonjo,olatunji,uzochukwu}', false, 1, 'example.net');

create temp table demo_share on commit drop as
select row_number() over () - 1 as ticket, c.id as culture
  from demo_culture c, generate_series(1, c.share);

-- When the application told Castellan of everybody it had.
create temp table demo_time on commit drop as
select date_trunc('day', clock_timestamp()) - interval '90 days' + interval '2 hours' as introduced,
       clock_timestamp() as present;

-- People with a story: the console's own staff, and names that lay every table's columns open.
create temp table demo_special (
    n bigint, login text, display_name text, email text, rank text, active boolean, state text
) on commit drop;
insert into demo_special values
    (1, 'anna.berg', 'Anna Berg', 'anna.berg@example.org', 'admin', true, 'active'),
    (2, 'tomas.reyes', 'Tomás Reyes', 'tomas.reyes@example.org', 'admin', true, 'active'),
    (3, 'hana.sato', '佐藤 花', 'hana.sato@example.org', 'staff', true, 'active'),
    (4, 'leo.martin', 'Léo Martin', 'leo.martin@example.org', 'staff', true, 'active'),
    (5, 'ines.duarte', 'Inês Duarte', 'ines.duarte@example.org', 'staff', true, 'active'),
    (6, 'omar.haddad', 'عمر حدّاد', 'omar.haddad@example.org', 'staff', true, 'active'),
    (7, 'root', 'System administrator (shared, to be closed)', null, 'admin', true, 'must_enrol'),
    (8, 'marlene.vogt', 'Marlene Vogt', 'marlene.vogt@example.org', 'admin', true, 'locked'),
    (9, 'maximiliane.von-hohenfels', 'Maximiliane Henriette Freifrau von Hohenfels-Langenscheidt zu Württenberg-Oberkirchen',
        'maximiliane.henriette.von.hohenfels-langenscheidt.zu.wuerttenberg@verwaltung.liegenschaften.example.org', 'staff', true, 'active'),
    (10, 'obrien', 'Siobhán O’Brien & Sons <Accounts>', 'accounts+billing@example.com', 'user', true, 'active'),
    (11, 'kiosk-17', null, null, 'user', true, 'none'),
    (12, 'api.reports', null, null, 'staff', true, 'none'),
    (13, 'budi', 'Budi', 'budi@example.net', 'user', true, 'active'),
    (14, 'avigail.harel', 'אביגיל הראל (Avigail Harel)', 'avigail.harel@example.net', 'user', true, 'locked'),
    (15, 'tui', 'Tūī Ngāpuhi-Te Rangihīroa 🌿', 'tui@example.org', 'user', true, 'pending'),
    (16, 'pradeep.k', 'K. R. S. V. Pradeep', 'pradeep.k@example.com', 'user', true, 'disabled'),
    (17, 'i.kiliç', 'İlkay Kılıç', 'i.kilic@example.net', 'user', true, 'active'),
    (18, 'wei', '魏', null, 'user', true, 'pending'),
    (19, 'former.admin', 'Ruth Castellanos-Obermaier', 'ruth.c@example.org', 'admin', false, 'active'),
    (20, '0042', 'Number Forty-Two', 'n42@example.com', 'user', false, 'none');

create temp table demo_person on commit drop as
with numbered as (
    select n, pg_temp.pick(n, 1, (select count(*)::integer from demo_share)) as ticket
      from generate_series(1, current_setting('castellan.demo_accounts')::bigint) n
), named as (
    select p.n, c.domain, c.family_first,
           c.given[g.i] as given, c.family[f.i] as family,
           c.given_latin[g.i] || '.' || c.family_latin[f.i] as latin
      from numbered p
      join demo_share s on s.ticket = p.ticket
      join demo_culture c on c.id = s.culture
     cross join lateral (select 1 + pg_temp.pick(p.n, 2, 12) as i) g
     cross join lateral (select 1 + pg_temp.pick(p.n, 3, 12) as i) f
), distinct_logins as (
    select *, row_number() over (partition by latin order by n) as namesake from named
), chances as (
    select *, latin || case when namesake > 1 then namesake::text else '' end as plain_login,
           pg_temp.pick(n, 4, 1000) as by_rank, pg_temp.pick(n, 5, 1000) as by_state,
           pg_temp.pick(n, 6, 1000) as by_activity
      from distinct_logins
)
select c.n,
       md5('castellan demo account ' || c.n)::uuid as id,
       (10000 + c.n)::text as external_id,
       coalesce(s.login, c.plain_login) as login,
       case when s.n is not null then s.display_name
            when c.by_activity between 900 and 906 then null -- the application knows no name of some
            when c.family_first then c.family || ' ' || c.given
            else c.given || ' ' || c.family end as display_name,
       case when s.n is not null then s.email
            when c.by_activity % 25 = 7 then null
            else c.plain_login || '@' || c.domain end as email,
       coalesce(s.rank, case when c.by_rank < 18 then 'admin' when c.by_rank < 100 then 'staff' else 'user' end) as rank,
       coalesce(s.active, c.by_activity >= 38) as active,
       coalesce(s.state, case
           when c.by_rank < 18 then case when c.by_state < 30 then 'must_enrol' else 'active' end
           when c.by_state < 640 then 'active'
           when c.by_state < 655 then 'locked'
           when c.by_state < 662 then 'disabled'
           when c.by_state < 680 then 'pending'
           when c.by_state < 712 then 'must_enrol'
           else 'none' end) as state,
       -- Four of five were there from the beginning, the others came since.
       case when pg_temp.pick(c.n, 7, 5) > 0 or s.n is not null
            then t.introduced + make_interval(secs => c.n * 1200.0 / current_setting('castellan.demo_accounts')::bigint)
            else t.introduced + make_interval(mins => 20 + pg_temp.pick(c.n, 8, 89 * 1440)) end as created_at
  from chances c
 cross join demo_time t
  left join demo_special s on s.n = c.n;
update demo_person set state = 'active' where not active and state not in ('active', 'none');
analyze demo_person;

insert into castellan_private.account
    (id, external_id, login, display_name, email, rank, active, must_enrol, enrol_by, created_at, changed_at, version, has_factor)
select p.id, p.external_id, p.login, p.display_name, p.email, p.rank, p.active,
       p.state = 'must_enrol' and p.rank <> 'admin',
       case when p.rank = 'admin' then p.created_at
            when p.state = 'must_enrol' then t.present + make_interval(days => pg_temp.pick(p.n, 9, 14) - 3) end,
       p.created_at, p.created_at + (t.present - p.created_at) * (pg_temp.pick(p.n, 10, 90) / 100.0),
       1 + pg_temp.pick(p.n, 11, 4),
       p.state in ('active', 'locked', 'disabled')
  from demo_person p cross join demo_time t
 order by p.n;

-- Whose rank was lowered within the last 24 hours is still treated as what he was.
insert into castellan_private.account_rank_history (account, rank, held_until)
select p.id, 'staff', t.present - make_interval(hours => 1 + pg_temp.pick(p.n, 12, 20))
  from demo_person p cross join demo_time t
 where p.rank = 'user' and p.active and p.n % 180 = 41;
