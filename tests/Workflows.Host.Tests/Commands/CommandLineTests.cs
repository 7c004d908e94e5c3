namespace Workflows.Host.Tests.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--nonsense", "--nonsense")]
    [InlineData("fly", "fly")]
    [InlineData("sample orders --customers many", "many")]
    public async Task Run_UnknownWord_IsOneLineAndExitCode2(string line, string named)
    {
        var answer = await Shell.RunAsync(line.Split(' '));

        answer.IsBadInput(named);
        Assert.Contains("--help", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_NamesEveryCommand()
    {
        var answer = await Shell.RunAsync("--help");

        Assert.Equal(0, answer.Code);
        Assert.All(
            (string[])["serve", "import", "validate", "workflow", "rules", "backtest", "sample", "keys"],
            command => Assert.Contains($"  {command}", answer.Output, StringComparison.Ordinal)
        );
    }
}
