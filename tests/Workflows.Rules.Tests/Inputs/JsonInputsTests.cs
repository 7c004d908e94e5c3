using System.Text.Json;
using Workflows.Rules.Inputs;
using Workflows.Rules.Judging;

namespace Workflows.Rules.Tests.Inputs;

public sealed class JsonInputsTests
{
    [Theory]
    [InlineData("""{"input1":{"orders30d":3}}""", "input1")]
    [InlineData("""{"orders30d":3}""", "input1")]
    [InlineData("""[{"orders30d":3},{"x":1}]""", "input1,input2")]
    public void Of_PositionalRules_UnderstandsEveryWayToWriteTheInput(string json, string names)
    {
        var rules = RuleFiles.Of("input1.orders30d >= 2 AND input1.orders30d <= 60");
        using var document = JsonDocument.Parse(json);

        var inputs = JsonInputs.Of(rules, document.RootElement);

        Assert.Equal(names, string.Join(',', inputs.Select(input => input.Name)));
        Assert.True(new RulesEngineJudge().Judge(rules, inputs).Answer!.Results[0].IsSuccess);
    }

    [Fact]
    public void Of_NamedRules_GivesTheMembers()
    {
        using var document = JsonDocument.Parse("""{"contact":{"n":1},"now":"2021-01-01T00:00:00Z"}""");

        var inputs = JsonInputs.Of(RuleFiles.Of("contact.n == 1"), document.RootElement);

        Assert.Equal(["contact", "now"], inputs.Select(input => input.Name));
    }
}
