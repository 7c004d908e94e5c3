namespace Workflows.Host.Tests.Commands.Rules;

public sealed class SchemaCommandTests
{
    [Fact]
    public async Task Schema_GoesToStandardOutputOrIntoAFile()
    {
        using var folder = new TemporaryFile("");
        var path = Path.Combine(folder.Folder, "rules.schema.json");

        var printed = await Shell.RunAsync("rules", "schema", "--lang", "zh");
        var written = await Shell.RunAsync("rules", "schema", "--lang", "zh", "--output", path);

        Assert.Equal((0, 0, ""), (printed.Code, written.Code, written.Output));
        Assert.Equal(printed.Output, await File.ReadAllTextAsync(path));
        Assert.Contains("已付订单数", printed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schema_IntoNowhere_IsBadInput() =>
        (await Shell.RunAsync("rules", "schema", "--output", "/nowhere/rules.schema.json")).IsBadInput("/nowhere");
}
