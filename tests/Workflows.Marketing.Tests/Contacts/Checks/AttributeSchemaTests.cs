using System.Text;
using Microsoft.Extensions.Time.Testing;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Documents;
using Workflows.Marketing.Importing;

namespace Workflows.Marketing.Tests.Contacts.Checks;

public sealed class AttributeSchemaTests : IDisposable
{
    internal const string Schema = """
        {"attributes":[
          {"name":"city","type":"text","label":{"zh":"城市","en":"City"}},
          {"name":"age","type":"number"},
          {"name":"spend","type":"decimal"},
          {"name":"birthday","type":"date"},
          {"name":"member","type":"bool"},
          {"name":"tier","type":"choice","required":true,"choices":["silver",{"value":"gold","label":{"zh":"金卡","en":"Gold"}}]},
          {"name":"likes","type":"list","choices":["tea","coffee"]}
        ]}
        """;

    private static readonly DateTimeOffset Now = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly string _folder = Directory.CreateTempSubdirectory("attributes-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("city", "\"上海\"", "")]
    [InlineData("city", "7", "ATR002")]
    [InlineData("age", "30", "")]
    [InlineData("age", "30.5", "ATR002")]
    [InlineData("age", "\"30\"", "ATR002")]
    [InlineData("spend", "30", "")]
    [InlineData("spend", "30.5", "")]
    [InlineData("birthday", "\"2021-01-31\"", "")]
    [InlineData("birthday", "\"2021-01-31T09:00:00+08:00\"", "")]
    [InlineData("birthday", "\"2021-01-31T09:00:00\"", "ATR002")]
    [InlineData("birthday", "\"31.1.2021\"", "ATR002")]
    [InlineData("member", "true", "")]
    [InlineData("member", "1", "ATR002")]
    [InlineData("tier", "\"gold\"", "")]
    [InlineData("tier", "\"Gold\"", "ATR003")]
    [InlineData("tier", "null", "ATR004")]
    [InlineData("city", "null", "")]
    [InlineData("likes", "[\"tea\",\"coffee\"]", "")]
    [InlineData("likes", "[\"milk\"]", "ATR003")]
    [InlineData("likes", "[1]", "ATR002")]
    [InlineData("likes", "\"tea\"", "ATR002")]
    [InlineData("town", "\"x\"", "ATR001")]
    public async Task Accept_ValueOfAnAttribute_IsCheckedByItsKind(string name, string value, string expected)
    {
        var documents = new MemoryDocumentStore();
        var clock = new FakeTimeProvider(Now);
        var catalog = new AttributeCatalog(documents, clock, 1);
        Assert.Empty(await catalog.SaveAsync(Schema, default));
        var intake = new ContactEventIntake(new MemoryContactStore(), clock, catalog);
        var data = $$$"""{"attributes":{"{{{name}}}":{{{value}}}}}""";

        var result = await intake.AcceptAsync(
            1,
            [new ContactEvent("crm", "1", "contact.imported", Now, [Phone("138")], data)],
            default
        );

        Assert.Equal(expected, string.Join(',', result.Diagnostics.Select(found => found.Code)));
        Assert.All(result.Diagnostics, found => Assert.Equal($"$[0].data.attributes.{name}", found.Path));
    }

    [Fact]
    public async Task Accept_NoSchema_TakesAnything()
    {
        var clock = new FakeTimeProvider(Now);
        var intake = new ContactEventIntake(
            new MemoryContactStore(),
            clock,
            new AttributeCatalog(new MemoryDocumentStore(), clock, 1)
        );

        var result = await intake.AcceptAsync(
            1,
            [new ContactEvent("crm", "1", "contact.imported", Now, [Phone("138")], """{"attributes":{"x":[1]}}""")],
            default
        );

        Assert.True(result.IsAccepted);
    }

    [Theory]
    [InlineData("""{"attributes":{}}""", "ATR010 $")]
    [InlineData("[", "ATR010 $")]
    [InlineData("""{"attributes":[{"type":"text"}]}""", "ATR011 $.attributes[0].name")]
    [InlineData(
        """{"attributes":[{"name":"a","type":"text"},{"name":"A","type":"text"}]}""",
        "ATR011 $.attributes[1].name"
    )]
    [InlineData(
        """{"attributes":[{"name":"a","type":"money"},7]}""",
        "ATR012 $.attributes[0].type,ATR011 $.attributes[1].name,ATR012 $.attributes[1].type"
    )]
    [InlineData("""{"attributes":[{"name":"a","type":"choice"}]}""", "ATR013 $.attributes[0].choices")]
    [InlineData("""{"attributes":[{"name":"a","type":"text","choices":["x"]}]}""", "ATR013 $.attributes[0].choices")]
    [InlineData(
        """{"attributes":[{"name":"a","type":"list","choices":["x","x"]}]}""",
        "ATR013 $.attributes[0].choices"
    )]
    public void Read_BadSchema_SaysWhere(string json, string expected)
    {
        var (schema, diagnostics) = AttributeSchemaReader.Read(json);

        Assert.Null(schema);
        Assert.Equal(expected, string.Join(',', diagnostics.Select(found => $"{found.Code} {found.Path}")));
    }

    [Fact]
    public void Import_Rows_AreReadAndCheckedByTheSchema()
    {
        var path = Path.Combine(_folder, "c.csv");
        File.WriteAllText(
            path,
            "phone,tier,age,city,member,likes\n"
                + "138,金卡,30,021,是,tea|coffee\n"
                + "139,,x,上海,,\n"
                + "137,silver,1,,,milk\n",
            Encoding.UTF8
        );
        var options = new ImportOptions(Now, TimeZoneInfo.Utc)
        {
            Attributes = AttributeSchemaReader.Read(Schema).Schema!,
        };

        var rows = new ImportFile(path).Read(options).ToArray();

        var contact = new Contact(new ContactState(Guid.Empty, Now));
        contact.Fold(rows[0].Event!);
        Assert.Equal(
            ("gold", 30m, "021", true),
            (contact.Text("tier"), contact.Number("age"), contact.Text("city"), contact.Flag("member"))
        );
        Assert.True(contact.Includes("likes", "tea") && !contact.Includes("likes", "milk"));
        Assert.Equal(
            ["ATR002 age", "ATR004 attributes"],
            rows[1].Mistakes.Select(found => $"{found.Code} {found.Path}")
        );
        Assert.Equal(["ATR003 likes"], rows[2].Mistakes.Select(found => $"{found.Code} {found.Path}"));
    }

    [Theory]
    [InlineData("2021-01-31", "2021-01-31T00:00:00+00:00")]
    [InlineData("2021-01-31T09:00:00+08:00", "2021-01-31T01:00:00+00:00")]
    [InlineData("soon", null)]
    public void Date_Text_IsTheDayOrNothing(string text, string? expected)
    {
        var contact = new Contact(new ContactState(Guid.Empty, Now));
        contact.SetAttribute("birthday", text);

        Assert.Equal(expected is null ? null : DateTimeOffset.Parse(expected), contact.Date("birthday"));
    }

    private static ContactIdentity Phone(string number) => new(IdentityKind.Phone, number);
}
