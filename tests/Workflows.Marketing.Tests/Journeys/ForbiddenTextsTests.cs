using Workflows.Marketing.Journeys.Checks;
using Workflows.Rules.Catalog;
using Workflows.Rules.Judging;
using Workflows.Runtime.Json;

namespace Workflows.Marketing.Tests.Journeys;

/// <summary>Where what is forbidden is looked for in a journey (S3-23, S3-47).</summary>
public sealed class ForbiddenTextsTests
{
    [Theory]
    [InlineData("SendWelcome", "text", "", "block PLAY008")]
    [InlineData("SendPrivateMessage", "text", "", "block PLAY008")]
    [InlineData("SendPrivateMessage", "template", "", "")]
    [InlineData("SendPrivateMessage", "template", "好评返现", "$.variables.Words PLAY008")]
    public async Task Find_InAJourney_LooksAtWhatItSaysAndHolds(
        string block,
        string input,
        string variable,
        string expected
    )
    {
        var found = await FindAsync(
            $$"""
            {
              "definitionId": "j", "name": "j",
              "variables": [{ "id": "v", "name": "Words", "typeName": "String", "isArray": false, "value": "{{variable}}" }],
              "root": {
                "id": "root", "type": "Elsa.Sequence", "version": 1,
                "activities": [{
                  "id": "block", "type": "Marketing.{{block}}", "version": 1,
                  "{{input}}": { "typeName": "String", "expression": { "type": "Literal", "value": "好评返现" } }
                }]
              }
            }
            """
        );

        Assert.Equal(expected, found);
    }

    [Fact]
    public async Task Find_InAVariableThatIsSet_NamesTheBlock()
    {
        var found = await FindAsync(
            """
            {
              "definitionId": "j", "name": "j",
              "root": {
                "id": "root", "type": "Elsa.Sequence", "version": 1,
                "activities": [{
                  "id": "set", "type": "Elsa.SetVariable", "version": 1,
                  "value": { "typeName": "Object", "expression": { "type": "Literal", "value": "加好友领红包" } }
                }]
              }
            }
            """
        );

        Assert.Equal("set PLAY008", found);
    }

    private static async Task<string> FindAsync(string journey)
    {
        var found = await new ForbiddenTexts(
            new RuleSetCatalog(new MemoryRuleSetStore(), new RulesEngineJudge(), TimeProvider.System)
        ).FindAsync(ElsaReader.Read(journey).Definition!, CancellationToken.None);
        return string.Join(", ", found.Select(one => $"{one.Path} {one.Code}"));
    }
}
