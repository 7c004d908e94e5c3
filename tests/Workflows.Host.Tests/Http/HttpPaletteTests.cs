using System.Globalization;
using Workflows.Host.Composition;
using Workflows.Runtime.Designer;
using Workflows.Testing;

namespace Workflows.Host.Tests.Http;

public sealed class HttpPaletteTests
{
    private static readonly DesignerCatalog Catalog = new(
        RuntimeRoom.CreateCompiler().Activities,
        RuntimeRoom.CreateCompiler().Expressions
    );

    [Fact]
    public async Task Palette_Chinese_TranslatesEveryText() =>
        Assert.Equal("", await UntranslatedTexts.ListAsync(Catalog));

    [Theory]
    [InlineData("Elsa.SendHttpRequest", "UnmatchedStatusCode FailedToConnect Timeout", true)]
    [InlineData("Elsa.FlowSendHttpRequest", "", true)]
    [InlineData("Elsa.HttpEndpoint", "", false)]
    public async Task Palette_HttpActivity_IsAsDesignersKnowIt(string type, string ports, bool isResilient)
    {
        var activities = await Catalog.ListActivitiesAsync(CultureInfo.InvariantCulture, [], CancellationToken.None);

        var activity = Assert.Single(activities, one => type.Equals(one.TypeName, StringComparison.Ordinal));
        Assert.Equal(ports, string.Join(' ', activity.Ports.Select(port => port.Name)));
        Assert.Equal(isResilient ? "HTTP" : null, activity.CustomProperties.GetValueOrDefault("ResilienceCategory"));
    }
}
