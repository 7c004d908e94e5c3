using Microsoft.Extensions.Time.Testing;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Documents;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Tests.Journeys;
using Workflows.Rules.Catalog;
using Workflows.Rules.Judging;
using Workflows.Runtime.Definitions;

namespace Workflows.Marketing.Tests.Contacts.Checks;

public sealed class ContactNamesCheckTests
{
    private const string Tags = """
        {"groups":[
          {"name":"level","family":"Attribute","exclusive":true,"tags":["silver","gold"]},
          {"name":"season","family":"Campaign","tags":["spring","autumn"]}]}
        """;

    private readonly FakeTimeProvider _clock = new();
    private readonly AttributeCatalog _attributes;
    private readonly TagCatalog _tags;
    private readonly ContactNamesCheck _check;

    public ContactNamesCheckTests()
    {
        var documents = new MemoryDocumentStore();
        _attributes = new AttributeCatalog(documents, _clock, 1);
        _tags = new TagCatalog(documents, _clock, 1);
        _check = new ContactNamesCheck(_attributes, _tags);
    }

    [Theory]
    [InlineData("""contact.Text("city") == "上海" and contact.Number("age") > 3""", "")]
    [InlineData("""contact.Flag("member") == true and contact.Has("likes") and contact.Includes("likes", "tea")""", "")]
    [InlineData("""contact.Date("birthday") < now""", "")]
    [InlineData("""contact.Text("town") == "x" """, "ATR001 Error 14")]
    [InlineData("""contact.Number("city") > 3""", "ATR002 Error 16")]
    [InlineData("""contact.Text("age") == "3" """, "ATR002 Error 14")]
    [InlineData("""contact.Text("tier") == "Gold" """, "ATR003 Warning 14")]
    [InlineData("""contact.Includes("likes", "milk")""", "ATR003 Warning 18")]
    [InlineData("""contact.Tags.Contains("gold") and contact.Tagged("spring", "campaign")""", "")]
    [InlineData("""contact.Tags.Contains("bronze")""", "TAG001 Warning 23")]
    [InlineData("""contact.Tagged("gold", "Source")""", "TAG002 Warning 16")]
    public async Task Publish_RuleThatNamesAttributesAndTags_IsCheckedByWhatThereIs(string rule, string expected)
    {
        await SaveAsync();
        var catalog = new RuleSetCatalog(
            new MemoryRuleSetStore(),
            new RulesEngineJudge([typeof(ContactValues)]),
            _clock,
            ContactRules.Shape
        )
        {
            Review = _check.ReviewAsync,
        };

        var publication = await catalog.PublishAsync(
            $$"""
            {"WorkflowName":"r","Rules":[{"RuleName":"a","Expression":{{System.Text.Json.JsonSerializer.Serialize(
                rule
            )}}}]}
            """
        );

        Assert.Equal(
            expected,
            string.Join(
                ',',
                publication.Diagnostics.Select(found => $"{found.Code} {found.Severity} {found.Span?.Start}")
            )
        );
        Assert.All(publication.Diagnostics, found => Assert.Equal("$.Rules[0].Expression", found.Path));
        Assert.Equal(!expected.Contains("Error", StringComparison.Ordinal), publication.Succeeded);
    }

    [Fact]
    public async Task Publish_NoSchemaNoCatalogue_SaysNothing()
    {
        var reading = Rules.Json.RuleSetReader.Read(
            """{"WorkflowName":"r","Rules":[{"RuleName":"a","Expression":"contact.Text(\"x\") == \"y\" and contact.Tags.Contains(\"z\")"}]}"""
        );

        Assert.Empty(await _check.ReviewAsync(reading.RuleSets![0], "$", default));
    }

    [Theory]
    [InlineData("Marketing.SetAttribute", """ "attribute": "city", "value": "上海" """, "")]
    [InlineData("Marketing.SetAttribute", """ "attribute": "town", "value": "上海" """, "ATR001 Error")]
    [InlineData("Marketing.SetAttribute", """ "attribute": "tier", "value": "Gold" """, "ATR003 Error")]
    [InlineData("Marketing.AddTag", """ "tag": "gold", "family": "Attribute" """, "")]
    [InlineData("Marketing.AddTag", """ "tag": "gold", "family": "Source" """, "TAG002 Warning")]
    [InlineData("Marketing.RemoveTag", """ "tag": "bronze" """, "TAG001 Warning")]
    [InlineData(
        "Elsa.WriteLine",
        """ "text": {"Liquid":"{{ contact.city }} {{ contact.paidOrderCount }} {{ contact.phone }}"} """,
        ""
    )]
    [InlineData("Elsa.WriteLine", """ "text": {"Liquid":"{{ contact.town }}"} """, "ATR001 Warning")]
    [InlineData("Elsa.WriteLine", """ "text": {"JavaScript":"contact.attributes.town"} """, "ATR001 Warning")]
    public async Task Check_JourneyThatNamesAttributesAndTags_IsCheckedByWhatThereIs(
        string type,
        string inputs,
        string expected
    )
    {
        await SaveAsync();
        var validator = new WorkflowValidator(ShippedJourney.Compiler, [_check]);

        var compilation = await validator.ValidateAsync(Journey(type, inputs), default);

        Assert.Equal(
            expected,
            string.Join(',', compilation.Diagnostics.Select(found => $"{found.Code} {found.Severity}"))
        );
        Assert.All(compilation.Diagnostics, found => Assert.Equal("b", found.Path));
    }

    [Fact]
    public async Task Accept_TagOfAnExclusiveGroup_TakesThePlaceOfTheOther()
    {
        await SaveAsync();
        var store = new MemoryContactStore();
        var intake = new ContactEventIntake(store, _clock, null, _tags);

        Assert.True(
            (await intake.AcceptAsync(1, [Imported("1", """["silver","spring","other"]""")], default)).IsAccepted
        );
        Assert.True((await intake.AcceptAsync(1, [Imported("2", """["gold"]""")], default)).IsAccepted);
        var both = await intake.AcceptAsync(1, [Imported("3", """["gold","silver"]""")], default);

        Assert.Equal(["TAG003"], both.Diagnostics.Select(found => found.Code));
        var contact = new Contact(new ContactState(Guid.Empty, _clock.GetUtcNow()));
        foreach (var accepted in store.Accepted)
        {
            contact.Fold(accepted.Event);
        }

        Assert.Equal(["gold", "other", "spring"], contact.Tags);
    }

    [Theory]
    [InlineData("[]", "TAG010 $")]
    [InlineData(
        """{"groups":[{"name":"","family":"x","tags":["a","a",""]}]}""",
        "TAG011 $.groups[0].name,TAG012 $.groups[0].family,TAG013 $.groups[0].tags[1],TAG013 $.groups[0].tags[2]"
    )]
    [InlineData(
        """{"groups":[{"name":"a","family":"Source","tags":["t"]},{"name":"b","family":"Source","tags":["t"]}]}""",
        "TAG013 $.groups[1].tags[0]"
    )]
    public async Task Save_BadCatalogue_SaysWhereAndKeepsNothing(string json, string expected)
    {
        var found = await _tags.SaveAsync(json, default);

        Assert.Equal(expected, string.Join(',', found.Select(one => $"{one.Code} {one.Path}")));
        Assert.Empty((await _tags.GetAsync(default)).Groups);
    }

    [Fact]
    public async Task Save_GroupByGroup_ReplacesAndRemoves()
    {
        await _tags.SaveAsync(Tags, default);

        await _tags.SaveAsync(new TagGroup("Level", TagFamily.Attribute) { Tags = ["platinum"] }, default);
        var taken = await _tags.SaveAsync(new TagGroup("x", TagFamily.Source) { Tags = ["spring"] }, default);
        Assert.True(await _tags.RemoveAsync("LEVEL", default));
        Assert.False(await _tags.RemoveAsync("LEVEL", default));

        Assert.Equal(["TAG013"], taken.Select(one => one.Code));
        Assert.Equal(["season"], (await _tags.GetAsync(default)).Groups.Select(group => group.Name));
    }

    [Fact]
    public async Task Get_AnotherHostsChange_IsSeenAfterFiveSeconds()
    {
        var documents = new MemoryDocumentStore();
        var (here, there) = (new TagCatalog(documents, _clock, 1), new TagCatalog(documents, _clock, 1));
        Assert.Empty((await here.GetAsync(default)).Groups);

        await there.SaveAsync(Tags, default);

        Assert.Equal(2, (await there.GetAsync(default)).Groups.Count);
        _clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Empty((await here.GetAsync(default)).Groups);
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(2, (await here.GetAsync(default)).Groups.Count);
    }

    private async Task SaveAsync()
    {
        Assert.Empty(await _attributes.SaveAsync(AttributeSchemaTests.Schema, default));
        Assert.Empty(await _tags.SaveAsync(Tags, default));
    }

    private ContactEvent Imported(string id, string tags) =>
        new(
            "crm",
            id,
            "contact.imported",
            _clock.GetUtcNow(),
            [new ContactIdentity(IdentityKind.Phone, "138")],
            $$"""{"tags":{{tags}}}"""
        );

    // Texts are literals, objects name their notation.
    private static string Journey(string type, string inputs)
    {
        using var document = System.Text.Json.JsonDocument.Parse($"{{{inputs}}}");
        var written = document
            .RootElement.EnumerateObject()
            .Select(input =>
            {
                var (notation, value) =
                    input.Value.ValueKind == System.Text.Json.JsonValueKind.String
                        ? ("Literal", input.Value)
                        : (input.Value.EnumerateObject().First().Name, input.Value.EnumerateObject().First().Value);
                return $$"""
                    "{{input.Name}}": { "typeName": "String", "expression": { "type": "{{notation}}", "value": {{value.GetRawText()}} } }
                    """;
            });
        return $$"""
            { "definitionId": "j", "name": "j", "version": 1,
              "root": { "id": "b", "type": "{{type}}", "version": 1, {{string.Join(", ", written)}} } }
            """;
    }
}
