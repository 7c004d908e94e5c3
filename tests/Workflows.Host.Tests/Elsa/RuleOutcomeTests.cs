using System.Text.Json;

namespace Workflows.Host.Tests.Elsa;

/// <summary>"Evaluate rules" has the outcomes of the rule set it asks, and keeps those that are connected.</summary>
public sealed class RuleOutcomeTests(ElsaHost elsa) : IClassFixture<ElsaHost>
{
    [Fact]
    public async Task Definition_Saved_HasTheEventsOfItsRuleSet()
    {
        await PublishRulesAsync("tiers", "gold", "silver");
        await PublishRulesAsync("other", "elsewhere");

        var chosen = await SaveAsync("chosen", "tiers", connected: null);
        var connected = await SaveAsync("connected", "tiers", connected: "bronze");
        var none = await SaveAsync("none", "", connected: null);

        Assert.Equal("""["gold","silver"]""", OutcomesOf(chosen));
        Assert.Equal("""["gold","silver","bronze"]""", OutcomesOf(connected));
        Assert.Equal("[]", OutcomesOf(none));
    }

    [Fact]
    public async Task Definition_Stored_KeepsNoneOfThem()
    {
        await PublishRulesAsync("kept", "gold");
        var shown = await SaveAsync("stored", "kept", connected: null);
        await elsa.PostAsync("/workflow-definitions", new { model = shown });

        var stored = await elsa.Host.Client.GetStringAsync("/api/definitions/stored");

        Assert.DoesNotContain(
            "outcomes\":{",
            stored.Replace(" ", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
    }

    private static string? OutcomesOf(JsonElement definition) =>
        definition
            .GetProperty("root")
            .GetProperty("activities")[0]
            .GetProperty("outcomes")
            .GetProperty("expression")
            .GetProperty("value")
            .GetString();

    private async Task<JsonElement> SaveAsync(string id, string ruleSet, string? connected)
    {
        var connections = connected is null
            ? ""
            : $$$"""{"source":{"activity":"rules","port":"{{{connected}}}"},"target":{"activity":"line","port":"In"}}""";
        var answer = await elsa.PostAsync(
            "/workflow-definitions",
            $$$$"""
            {"model":{"definitionId":"{{{{id}}}}","name":"{{{{id}}}}","version":1,"root":{"id":"flow","type":"Elsa.Flowchart","version":1,
              "activities":[
                {"id":"rules","type":"Marketing.EvaluateRules","version":1,"ruleSet":{"typeName":"String","expression":{"type":"Literal","value":"{{{{ruleSet}}}}"}}},
                {"id":"line","type":"Elsa.WriteLine","version":1}],
              "connections":[{{{{connections}}}}]}}}
            """
        );
        return answer.GetProperty("workflowDefinition");
    }

    private async Task PublishRulesAsync(string name, params string[] events)
    {
        var rules = string.Join(
            ',',
            events.Select(
                (one, index) =>
                    $$"""{"RuleName":"r{{index}}","Expression":"contact.PaidOrderCount > {{index}}","SuccessEvent":"{{one}}"}"""
            )
        );
        using var published = await elsa.Host.PostAsync(
            "/api/rule-sets",
            $$"""[{"WorkflowName":"{{name}}","Rules":[{{rules}}]}]"""
        );
        Assert.True(published.IsSuccessStatusCode, await published.Content.ReadAsStringAsync());
    }
}
