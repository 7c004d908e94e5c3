using System.Text.Json;
using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Rules.Catalog;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Tests.Journeys;

public sealed class RuleQuestionTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Contact Contact = new(new ContactState(new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), Now));

    public static TheoryData<string> Forms => ["text", "element", "dictionary"];

    [Fact]
    public async Task Of_RuleSetThatDeclaresNothing_IsTheContactAndTheTime()
    {
        var tiers = await (await ShippedJourney.RuleSetsAsync()).NewestAsync("lifecycle-tiers");

        var inputs = RuleQuestion.Of(tiers!, Contact, Now, further: null);

        Assert.Equal(["contact", "now"], inputs.Select(input => input.Name));
        Assert.Empty(RuleQuestion.FurtherInputs(tiers!.RuleSet));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Of_FurtherInputsOfAnyForm_AreAsked(string form)
    {
        const string Json = """{"group":{"talkRate":0,"clickRate":10,"sales":0}}""";
        var health = await GroupHealthAsync();
        object further = form switch
        {
            "text" => Json,
            "element" => JsonSerializer.Deserialize<JsonElement>(Json),
            _ => new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["group"] = new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["talkRate"] = 0,
                    ["clickRate"] = 10.0,
                    ["sales"] = 0m,
                },
            },
        };

        Assert.Equal("healthy", health.Decide(RuleQuestion.Of(health, Contact, Now, further)).SuccessEvent);
        Assert.Equal(["group"], RuleQuestion.FurtherInputs(health.RuleSet));
    }

    [Fact]
    public async Task Of_ValueThatIsMissing_IsAFaultThatNamesIt()
    {
        var health = await GroupHealthAsync();

        var fault = Assert.Throws<FaultException>(() =>
            RuleQuestion.Of(health, Contact, Now, """{"group":{"talkRate":0,"sales":1}}""")
        );

        Assert.Equal("The rule set 'group-health' has to know 'group.clickRate'.", fault.Message);
    }

    [Fact]
    public async Task Of_TextThatIsNoJson_IsAFault()
    {
        var health = await GroupHealthAsync();

        Assert.Throws<FaultException>(() => RuleQuestion.Of(health, Contact, Now, "{"));
    }

    [Fact]
    public async Task Check_BlockWithoutFurtherInputs_IsAnError()
    {
        await GroupHealthAsync();
        var journey = ShippedJourney
            .Read("workflows", "lifecycle-care", "workflow.json")
            .Replace("\"value\": \"lifecycle-tiers\"", "\"value\": \"group-health\"", StringComparison.Ordinal);

        var found = await new JourneyCheck(await ShippedJourney.RuleSetsAsync(), channels: null).CheckAsync(
            ShippedJourney.Compile(journey),
            CancellationToken.None
        );

        var missing = Assert.Single(found, one => one.Severity == DiagnosticSeverity.Error);
        Assert.Equal(JourneyCodes.InputsMissing, missing.Code);
        Assert.Contains("'group-health' asks about group,", missing.Message, StringComparison.Ordinal);
    }

    private static async Task<PublishedRuleSet> GroupHealthAsync()
    {
        var publication = await (await ShippedJourney.RuleSetsAsync()).PublishAsync(
            ShippedJourney.Read("rules", "group-health", "rules.json"),
            CancellationToken.None
        );
        return Assert.Single(publication.RuleSets!);
    }
}
