using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.CustomerFiles;
using Workflows.Marketing.Journeys;
using Workflows.Rules.Model;

namespace Workflows.Marketing.Tests.CustomerFiles;

public sealed class CustomerTableTests
{
    private static readonly CustomerFileOptions Options = new(
        new DateTimeOffset(2021, 12, 31, 0, 0, 0, TimeSpan.FromHours(8)),
        TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")
    );

    [Theory]
    [InlineData("paidOrderCount,lastPaidAt,joinedAt,paidAmount,tags,attributes.city,phone")]
    [InlineData("PAID_ORDER_COUNT,Last Paid At,joined-at,paid amount,Tags,Attributes.city,PHONE")]
    [InlineData("已付订单数,最近付款时间,加入时间,已付金额,标签,属性.city,手机号")]
    [InlineData(
        "contact.paidOrderCount,contact.lastPaidAt,contact.joinedAt,contact.paidAmount,contact.tags,city,contact.phone"
    )]
    public void Header_NamesContactFields_InBothLanguagesAndAnyCase(string header)
    {
        var row = Assert.Single(Read(header, "3,2021-05-20,2020-01-01T10:00:00Z,\"1,299.5\",vip;new,上海,13800000000"));

        Assert.Null(row.Reason);
        var contact = Assert.IsType<Contact>(row.Values![0]);
        Assert.Equal((3, 1299.5m), (contact.PaidOrderCount, contact.PaidAmount));
        Assert.Equal(new DateTimeOffset(2021, 5, 20, 0, 0, 0, TimeSpan.FromHours(8)), contact.LastPaidAt);
        Assert.Equal(new DateTimeOffset(2020, 1, 1, 10, 0, 0, TimeSpan.Zero), contact.JoinedAt);
        Assert.Equal(["new", "vip"], contact.Tags);
        Assert.Equal("上海", contact.Attribute("city"));
        Assert.Equal("13800000000", contact.Identities.Find(IdentityKind.Phone));
        Assert.Equal(Options.Now, row.Values[1]);
    }

    [Theory]
    [InlineData("2021-05-20", 8)]
    [InlineData("2021/5/20", 8)]
    [InlineData("2021-05-20 00:00", 8)]
    [InlineData("2021-05-20T00:00:00", 8)]
    [InlineData("2021-05-20T00:00:00+09:00", 9)]
    [InlineData("2021年5月20日", 8)]
    [InlineData("20210520", 8)]
    public void Date_HasManySpellings(string text, int offset)
    {
        var row = Assert.Single(Read("lastPaidAt", text));

        Assert.Equal(
            new DateTimeOffset(2021, 5, 20, 0, 0, 0, TimeSpan.FromHours(offset)),
            ((Contact)row.Values![0]!).LastPaidAt
        );
    }

    [Theory]
    [InlineData("paidOrderCount", "x", "paidOrderCount: 'x' is not a whole number.", "paidOrderCount：“x”不是整数。")]
    [InlineData("paidOrderCount", "-1", "is not a whole number", "不是整数")]
    [InlineData("lastPaidAt", "yesterday", "'yesterday' is not a date", "“yesterday”不是日期")]
    [InlineData("lastPaidAt", "2021-13-01", "is not a date", "不是日期")]
    [InlineData("paidAmount", "much", "is not a number", "不是数字")]
    [InlineData("paidAmount", "1,2,3", "The row has 3 fields, the header 1.", "此行有 3 个字段，而表头有 1 个。")]
    public void Row_BadField_IsToldWithItsRow(string header, string cells, string english, string chinese)
    {
        var row = Assert.Single(Read(header, cells));
        var translated = Assert.Single(Read(header, cells, Options with { Language = Language.Chinese }));

        Assert.Equal((2L, null), (row.Row, row.Values));
        Assert.Contains(english, row.Reason, StringComparison.Ordinal);
        Assert.Contains(chinese, translated.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void JoinedAt_AskedForAndMissing_IsBad_OtherwiseTheFirstThingKnown()
    {
        Assert.Contains(
            "joinedAt",
            Assert.Single(Read("paidOrderCount", "1", rule: "contact.JoinedAt < now")).Reason,
            StringComparison.Ordinal
        );
        var row = Assert.Single(Read("lastPaidAt", "2021-05-20", rule: "contact.LastPaidAt < now"));
        Assert.Equal(((Contact)row.Values![0]!).LastPaidAt, ((Contact)row.Values[0]!).JoinedAt);
    }

    [Fact]
    public void Shape_OfContactColumns_IsTheJourneys()
    {
        var table = Table("paidOrderCount,手机号", "contact.PaidOrderCount > 1");

        Assert.Equal(ContactRules.Shape.Parameters, table.Shape.Parameters);
        Assert.Empty(table.Attributes);
    }

    [Fact]
    public void Columns_OfOtherInputs_AreTypedByTheirFirstRows()
    {
        const string Rule =
            "input1.orders30d >= 2 and input1.vip and input1.amount > 1.5 and input1.city != null and input1.seen != null";
        const string File =
            "orders30d,vip,amount,city,seen\n3,true,1.5,上海,2021-01-01\n4,否,7,北京,\n5,yes,1e3,,2021-01-02\n6,maybe,1,,\n";

        var rows = Table(File, Rule).Read(new StringReader(File)).ToList();
        var type = Table(File, Rule).Shape.Parameters[0].Type;

        Assert.Equal("input1", Table(File, Rule).Shape.Parameters[0].Name);
        Assert.Equal(
            [typeof(int), typeof(string), typeof(double), typeof(string), typeof(DateTimeOffset?)],
            new[] { "orders30d", "vip", "amount", "city", "seen" }.Select(name => type.GetProperty(name)!.PropertyType)
        );
        Assert.All(rows, row => Assert.Null(row.Reason));
        Assert.Equal(1000d, type.GetProperty("amount")!.GetValue(rows[2].Values![0]));
    }

    [Fact]
    public void Columns_NamedAfterAnInput_FillIt()
    {
        const string File = "paidOrderCount,order.amount,channel\n2,150,wecom\n";

        var row = Assert.Single(
            ReadFile(File, "contact.PaidOrderCount > 1 and order.amount > 100 and channel == \"wecom\"")
        );

        Assert.Equal(
            ["contact", "now", "order", "channel"],
            Table(File, "contact.X or order.amount or channel").Shape.Parameters.Select(parameter => parameter.Name)
        );
        Assert.Equal("wecom", row.Values![3]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    public void File_WithoutHeader_IsNoTable(string text) =>
        Assert.Null(CustomerTable.Of(new StringReader(text), RuleSetOf("true"), Options));

    [Fact]
    public void File_WithSemicolonsOrTabs_IsRead()
    {
        Assert.Equal(
            2,
            (
                (Contact)
                    Assert.Single(ReadFile("paidOrderCount;tags\n2;vip\n", "contact.PaidOrderCount > 1")).Values![0]!
            ).PaidOrderCount
        );
        Assert.Equal(
            2,
            (
                (Contact)
                    Assert.Single(ReadFile("paidOrderCount\ttags\n2\tvip\n", "contact.PaidOrderCount > 1")).Values![0]!
            ).PaidOrderCount
        );
    }

    private static List<CustomerRow> Read(
        string header,
        string cells,
        CustomerFileOptions? options = null,
        string rule = "contact.PaidOrderCount > 1"
    ) => Rows($"{header}\n{cells}\n", rule, options ?? Options);

    private static List<CustomerRow> ReadFile(string text, string rule) => Rows(text, rule, Options);

    private static List<CustomerRow> Rows(string text, string rule, CustomerFileOptions options) =>
        [.. CustomerTable.Of(new StringReader(text), RuleSetOf(rule), options)!.Read(new StringReader(text))];

    private static CustomerTable Table(string text, string rule) =>
        CustomerTable.Of(new StringReader(text), RuleSetOf(rule), Options)!;

    private static RuleSet RuleSetOf(string rule) =>
        new() { Name = "s", Rules = [new Rule { Name = "r", Expression = rule }] };
}
