using System.Dynamic;
using System.Text.Json;
using System.Text.Json.Nodes;
using Workflows.Expressions.Evaluation;
using Workflows.Expressions.Tests.Cases;

namespace Workflows.Expressions.Tests.Evaluation;

public sealed class CoerceTests
{
    public static TheoryData<object?, Type, string> Fitting =>
        new()
        {
            { "True", typeof(bool), "True" },
            { "false", typeof(bool?), "False" },
            { "5", typeof(int), "5" },
            { " 5.0 ", typeof(int), "5" },
            { "5", typeof(long), "5L" },
            { "1.5", typeof(double), "1.5" },
            { "12.50", typeof(decimal), "12.50m" },
            { "1.02:00:00", typeof(TimeSpan), "1.02:00:00" },
            { "PT1H", typeof(TimeSpan), "01:00:00" },
            { "2021-01-31T00:00:00+08:00", typeof(DateTimeOffset), "2021-01-31T00:00:00+08:00" },
            { "2021-01-31", typeof(DateTimeOffset), "2021-01-31T00:00:00+00:00" },
            { "Monday", typeof(DayOfWeek), "Monday" },
            { "monday", typeof(DayOfWeek), "Monday" },
            { 1, typeof(DayOfWeek), "Monday" },
            { "7f1d2c3b-0001-4a5b-8c9d-0e1f2a3b4c5d", typeof(Guid), "7f1d2c3b-0001-4a5b-8c9d-0e1f2a3b4c5d" },
            { 2.5, typeof(int), "2" },
            { 3L, typeof(int?), "3" },
            { true, typeof(string), "\"True\"" },
            { 1.5, typeof(string), "\"1.5\"" },
            { 5, typeof(object), "5" },
            { "[1, \"2\"]", typeof(List<int>), "[1, 2]" },
            { "[\"a\",\"b\"]", typeof(string[]), "[\"a\", \"b\"]" },
            { "a", typeof(List<string>), "[\"a\"]" },
            { new[] { 1, 2 }, typeof(List<string>), "[\"1\", \"2\"]" },
            { "[1,1]", typeof(HashSet<int>), "[1]" },
            { "{\"k\":1}", typeof(Dictionary<string, object?>), "{k: 1}" },
            { "{\"k\":\"1\"}", typeof(IDictionary<string, int>), "[[k, 1]]" },
            {
                new List<object?> { 1, "x" },
                typeof(string),
                "\"[1,\"x\"]\""
            },
            { "", typeof(int?), "null" },
            { null, typeof(int), "0" },
            { null, typeof(string), "null" },
        };

    [Theory]
    [MemberData(nameof(Fitting))]
    public void TryTo_FittingValue_Converts(object? value, Type type, string shown)
    {
        Assert.True(Coerce.TryTo(value, type, out var result));
        Assert.Equal(shown, Shown.Value(result));
    }

    [Theory]
    [InlineData("abc", typeof(int), "0")]
    [InlineData("perhaps", typeof(bool), "False")]
    [InlineData("soon", typeof(TimeSpan), "00:00:00")]
    [InlineData("x", typeof(DayOfWeek), "Sunday")]
    [InlineData("{broken", typeof(Dictionary<string, object?>), "null")]
    [InlineData("99999999999", typeof(int), "0")]
    [InlineData("abc", typeof(int?), "null")]
    public void To_ValueThatDoesNotFit_IsTheDefaultOfTheType(string value, Type type, string shown)
    {
        Assert.False(Coerce.TryTo(value, type, out _));
        Assert.Equal(shown, Shown.Value(Coerce.To(value, type)));
    }

    [Fact]
    public void To_InvalidJsonAsObject_StaysText() => Assert.Equal("{broken", Coerce.To<object>("{broken"));

    [Fact]
    public void To_JsonElement_IsLookedThrough()
    {
        var element = JsonSerializer.SerializeToElement(new { a = new object[] { 1, 2.5, "x" } });

        Assert.Equal("{a: [1, 2.5, \"x\"]}", Shown.Value(Coerce.To<object>(element)));
        Assert.Equal("{\"a\":[1,2.5,\"x\"]}", Coerce.To<string>(element));
    }

    [Fact]
    public void To_RecordFromDictionary_FillsItsMembersWhateverTheirCase() =>
        Assert.Equal(
            new Place("Shanghai", 3),
            Coerce.To<Place>(
                new Dictionary<string, object?>(StringComparer.Ordinal) { ["city"] = "Shanghai", ["Floor"] = 3 }
            )
        );

    [Fact]
    public void To_ExpandoFromJsonText_HasItsMembers()
    {
        dynamic expando = Coerce.To<ExpandoObject>("{\"level\":4}")!;

        Assert.Equal(4, (int)expando.level);
    }

    [Fact]
    public void To_JsonTypes_ParseText()
    {
        Assert.Equal(1, Coerce.To<JsonElement>("{\"a\":1}").GetProperty("a").GetInt32());
        Assert.Equal(1, (int)Coerce.To<JsonObject>("{\"a\":1}")!["a"]!);
    }

    private sealed record Place(string City, int Floor);
}
