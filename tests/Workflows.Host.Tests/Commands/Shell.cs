using Workflows.Host.Commands;

namespace Workflows.Host.Tests.Commands;

/// <summary>Runs a command as the process would, in process.</summary>
internal static class Shell
{
    public static async Task<Answer> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(args, new Terminal(output, error));
        return new Answer(code, output.ToString(), error.ToString());
    }

    internal sealed record Answer(int Code, string Output, string Error)
    {
        /// <summary>The one document of <c>--json</c>; fails if there is anything else on standard output.</summary>
        public System.Text.Json.JsonElement Json()
        {
            Assert.Equal(1, Output.Count(character => character == '\n'));
            return System.Text.Json.JsonDocument.Parse(Output).RootElement.Clone();
        }

        /// <summary>Bad input: nothing on standard output, one line that says what is wrong, no stack trace.</summary>
        public void IsBadInput(string expected)
        {
            Assert.Equal(2, Code);
            Assert.Equal("", Output);
            Assert.Single(Error.TrimEnd('\n').Split('\n'));
            Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
            Assert.Contains(expected, Error, StringComparison.Ordinal);
        }
    }
}
