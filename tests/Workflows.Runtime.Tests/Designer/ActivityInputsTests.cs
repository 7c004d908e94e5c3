using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Designer;
using Workflows.Runtime.Expressions;

namespace Workflows.Runtime.Tests.Designer;

/// <summary>Choices of one input that depend on what the operator put into others.</summary>
public sealed class ActivityInputsTests
{
    [Theory]
    [InlineData("""{"country":{"typeName":"String","expression":{"type":"Literal","value":"cn"}}}""", "cn")]
    [InlineData("""{"Country":"cn"}""", "cn")]
    [InlineData("""{"country":{"expression":{"type":"JavaScript","value":"'cn'"}}}""", null)]
    [InlineData("""{"country":null}""", null)]
    [InlineData("[]", null)]
    public void Get_Input_IsItsWrittenValue(string json, string? value) =>
        Assert.Equal(value, ActivityInputs.Read(JsonElement.Parse(json)).Get<string>("country"));

    [Fact]
    public async Task Specifications_OfADependentInput_FollowTheOther()
    {
        var catalog = new DesignerCatalog(new ActivityCatalog().Add<Visit>(), ExpressionRegistry.Default);

        var unknown = await FindAsync(catalog, null);
        var chinese = await FindAsync(catalog, ActivityInputs.Read(JsonElement.Parse("""{"country":"cn"}""")));

        Assert.Equal("[]", unknown);
        Assert.Equal("""[{"text":"Beijing","value":"Beijing"},{"text":"Suzhou","value":"Suzhou"}]""", chinese);
    }

    private static async Task<string> FindAsync(DesignerCatalog catalog, ActivityInputs? inputs)
    {
        var found = await catalog.FindSpecificationsAsync(
            "Test.Visit",
            "City",
            inputs,
            CultureInfo.InvariantCulture,
            CancellationToken.None
        );
        Assert.Equal(true, found!["Refresh"]);
        var json = JsonSerializer.SerializeToElement(found, JsonSerializerOptions.Web);
        return json.GetProperty("dropdown").GetProperty("selectList").GetProperty("items").GetRawText();
    }

    [Activity("Test", "Tests", "A visit.")]
    internal sealed class Visit : CodeActivity
    {
        [Input]
        public Input<string> Country { get; set; } = default!;

        [Input(UIHint = InputUIHints.DropDown, UIHandler = typeof(Cities))]
        public Input<string> City { get; set; } = default!;
    }

    internal sealed class Cities : DropDownOptionsProviderBase
    {
        protected override bool RefreshOnChange => true;

        protected override ValueTask<ICollection<SelectListItem>> GetItemsAsync(
            PropertyInfo propertyInfo,
            object? context,
            CancellationToken cancellationToken
        )
        {
            var cities = (context as ActivityInputs)?.Get<string>("country") is "cn"
                ? new[] { "Beijing", "Suzhou" }
                : [];
            return ValueTask.FromResult<ICollection<SelectListItem>>([
                .. cities.Select(city => new SelectListItem(city, city)),
            ]);
        }
    }
}
