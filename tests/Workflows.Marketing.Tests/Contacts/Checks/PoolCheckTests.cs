using Microsoft.Extensions.Time.Testing;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Documents;
using Workflows.Marketing.Messaging;
using Workflows.Marketing.Tests.Journeys;

namespace Workflows.Marketing.Tests.Contacts.Checks;

public sealed class PoolCheckTests
{
    private readonly PoolCatalog _pools = new(new MemoryDocumentStore(), new FakeTimeProvider(), 1);

    [Theory]
    [InlineData("nurturing", "SendGroupMessage", "", "POL001 Warning")]
    [InlineData("nurturing", "SendOfficialAccountMessage", "", "")]
    [InlineData("nurturing", "SendPrivateMessage", "knowledge", "")]
    [InlineData("nurturing", "SendPrivateMessage", "offer", "POL002 Warning")]
    [InlineData("nurturing", "SendSms", "offer", "")]
    [InlineData("client", "SendPrivateMessage", "sales", "")]
    [InlineData("client", "SendOfficialAccountMessage", "", "POL001 Warning")]
    [InlineData("conversion", "SendGroupMessage", "sales", "")]
    [InlineData("conversion", "SendOfficialAccountMessage", "", "POL001 Warning")]
    [InlineData("lake", "SendSms", "", "POL004 Error")]
    [InlineData("", "SendGroupMessage", "offer", "")]
    public async Task Check_BlockOfAJourney_BelongsToItsPool(string pool, string block, string kind, string expected) =>
        Assert.Equal(
            expected,
            await FoundAsync(
                $$"""{ "id": "b", "type": "Marketing.{{block}}", "version": 1, "kind": {{Literal(kind)}} }""",
                pool
            )
        );

    [Theory]
    [InlineData("nurturing", "Drainage", "POL003 Error")]
    [InlineData("nurturing", "Flash", "POL003 Error")]
    [InlineData("client", "GroupBuy", "POL003 Error")]
    [InlineData("client", "Flash", "POL003 Error")]
    [InlineData("client", "Community", "")]
    [InlineData("", "Drainage", "")]
    public async Task Check_GroupOfAJourney_IsOneThatStays(string pool, string purpose, string expected) =>
        Assert.Equal(
            expected,
            await FoundAsync(
                $$"""{ "id": "b", "type": "Marketing.AssignGroup", "version": 1, "purpose": {{Literal(purpose)}} }""",
                pool
            )
        );

    [Fact]
    public async Task Check_JourneyThatAssignsOnePool_IsOfThatPool()
    {
        var flow = $$"""
            { "id": "s", "type": "Elsa.Sequence", "version": 1, "activities": [
              { "id": "p", "type": "Marketing.AssignPool", "version": 1, "pool": {{Literal("nurturing")}} },
              { "id": "b", "type": "Marketing.SendGroupMessage", "version": 1 }] }
            """;

        Assert.Equal("POL001 Warning", await FoundAsync(flow, ""));
    }

    [Fact]
    public async Task Save_Profile_IsHeededInPlaceOfThePreset()
    {
        var saved = await _pools.SaveAsync(
            new PoolProfile(Pool.Nurturing, "high", "low", [Carrier.Group]),
            CancellationToken.None
        );

        Assert.Empty(saved);
        Assert.Equal([Carrier.Group], (await _pools.GetAsync(default))[0].Carriers);
        Assert.Equal(PoolProfile.Presets[2].Carriers, (await _pools.GetAsync(default))[2].Carriers);
        Assert.Equal(
            "",
            await FoundAsync("""{ "id": "b", "type": "Marketing.SendGroupMessage", "version": 1 }""", "nurturing")
        );
        var wrong = await _pools.SaveAsync(new PoolProfile("lake", "x", "y", [Carrier.Sms]), default);
        Assert.Equal("POL004,POL005,POL005,POL005", string.Join(',', wrong.Select(one => one.Code)));
    }

    private async Task<string> FoundAsync(string root, string pool)
    {
        var settings = pool.Length == 0 ? "{}" : $$"""{ "pool": "{{pool}}" }""";
        var compilation = ShippedJourney.Compiler.Compile(
            $$"""{ "definitionId": "j", "name": "j", "version": 1, "customProperties": {{settings}}, "root": {{root}} }"""
        );
        var found = await new PoolCheck(_pools).CheckAsync(compilation.Graph!, CancellationToken.None);
        return string.Join(',', found.Select(one => $"{one.Code} {one.Severity}"));
    }

    private static string Literal(string value) =>
        $$"""{ "typeName": "String", "expression": { "type": "Literal", "value": "{{value}}" } }""";
}
