-- 明白：统计事实（PostgreSQL）。由数据库管理员执行一次，例如：
--     psql -v ON_ERROR_STOP=1 -v reader=mingbai_reader -f facts.sql 数据库名
--
-- 明白只读取模式 mingbai_facts 里的五张表。表里只有整数和编号：没有姓名、电话、证件号码，
-- 没有受理编号，没有备注，也没有钟点。日期是自 1970-01-01 起的天数，月份是 年×12＋月－1。
-- 这五张表可以是真正的表（由台账系统每天写入），也可以是管理员建在自己汇总表上的视图；
-- 列名和含义相同即可。请不要把含有申办人信息的表放进这个模式。

\if :{?reader}
\else
\set reader mingbai_reader
\endif

BEGIN;

CREATE SCHEMA IF NOT EXISTS mingbai_facts;

-- layout = '1'；data_date = 数据截止日期，如 2026-10-31；district = 区划代码（与 site.yaml 一致）。
CREATE TABLE IF NOT EXISTS mingbai_facts.meta(
    key text PRIMARY KEY,
    value text NOT NULL);

-- 镇（街道）和村（社区）的编号，与 Content/towns 的文件夹名和 rooms.csv 的编号一致；
-- room 为空串表示镇级中心本身。
CREATE TABLE IF NOT EXISTS mingbai_facts.places(
    id integer PRIMARY KEY,
    town text NOT NULL,
    room text NOT NULL,
    UNIQUE(town, room));

-- 事项编号，与 Content/items 的文件名一致。
CREATE TABLE IF NOT EXISTS mingbai_facts.items(
    id integer PRIMARY KEY,
    item text NOT NULL UNIQUE);

-- 哪个地方报送了哪个月（零报告也算）。
CREATE TABLE IF NOT EXISTS mingbai_facts.returns(
    place integer NOT NULL REFERENCES mingbai_facts.places(id),
    month integer NOT NULL,
    PRIMARY KEY(month, place));

-- 一行一件。due：承诺的最后一天，含暂停；worked：办结所用工作日，已减去暂停；
-- promised、statutory：承诺和法定工作日，0 为当场，按自然日计算的法定时限留空；
-- rating：0 非常满意，1 满意，2 基本满意，3 不满意，4 非常不满意，5 未评价。
-- number 只用来区分相同的行，明白不读取 number、form、result。
CREATE TABLE IF NOT EXISTS mingbai_facts.cases(
    month integer NOT NULL,
    place integer NOT NULL REFERENCES mingbai_facts.places(id),
    item integer NOT NULL REFERENCES mingbai_facts.items(id),
    number integer NOT NULL,
    accepted integer NOT NULL,
    due integer,
    finished integer,
    worked integer,
    promised integer,
    statutory integer,
    form integer NOT NULL,
    result integer,
    rating integer NOT NULL,
    PRIMARY KEY(month, place, item, number));

-- 只读角色。只逐列授权，绝不授整表的权：授了整表的权，再撤某一列是不起作用的。
-- 密码请另行设置（ALTER ROLE … PASSWORD），放进 ~/.pgpass 或 PGPASSWORD，不要写进 site.yaml。
SELECT NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'reader') AS role_is_new \gset
\if :role_is_new
CREATE ROLE :"reader" LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOREPLICATION;
\endif
ALTER ROLE :"reader" SET default_transaction_read_only = on;

REVOKE ALL ON ALL TABLES IN SCHEMA mingbai_facts FROM PUBLIC, :"reader";
REVOKE CREATE ON SCHEMA mingbai_facts FROM PUBLIC, :"reader";
GRANT USAGE ON SCHEMA mingbai_facts TO :"reader";
GRANT SELECT (key, value) ON mingbai_facts.meta TO :"reader";
GRANT SELECT (id, town, room) ON mingbai_facts.places TO :"reader";
GRANT SELECT (id, item) ON mingbai_facts.items TO :"reader";
GRANT SELECT (place, month) ON mingbai_facts.returns TO :"reader";
GRANT SELECT (month, place, item, accepted, due, finished, worked, promised, statutory, rating)
    ON mingbai_facts.cases TO :"reader";

COMMIT;
