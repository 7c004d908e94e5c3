using Workflows.Host.Commands;
using Workflows.Host.Json;

namespace Workflows.Host.Tests.Json;

public sealed class JsonTextTests
{
    [Theory]
    [InlineData("{\"a\": }", "line 1, column 7")]
    [InlineData("{\n  \"a\": 1,\n  b\n}", "line 3, column 3")]
    [InlineData("{\"客户\": 一}", "line 1, column 8")]
    [InlineData("", "line 1, column 1")]
    public void Parse_BrokenText_NamesLineAndColumnAsAPersonCounts(string text, string place)
    {
        var mistake = Assert.Throws<BadInputException>(() => JsonText.Parse(text, "input"));

        Assert.StartsWith($"input: {place}: not valid JSON: ", mistake.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("LineNumber", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ParseOption_AtSign_ReadsTheFile()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "{\"a\":1}");

        Assert.Equal(1, JsonText.ParseOption($"@{file}", "--input").GetProperty("a").GetInt32());
        File.Delete(file);
    }

    [Fact]
    public void ReadFile_Missing_SaysSo()
    {
        var mistake = Assert.Throws<BadInputException>(() => JsonText.ReadFile("/nowhere/at-all.json"));

        Assert.Equal("/nowhere/at-all.json: no such file.", mistake.Message);
    }
}
