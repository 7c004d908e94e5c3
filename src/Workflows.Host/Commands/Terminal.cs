using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;

namespace Workflows.Host.Commands;

/// <summary>Where a command writes: results to one side, everything else (progress, complaints) to the other.</summary>
internal sealed class Terminal
{
    private static readonly JsonSerializerOptions OneLine = new(JsonSerializerDefaults.Web)
    {
        // Output is for people and pipes, never for an HTML page: Chinese stays readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly TextWriter _error;
    private readonly TextWriter _output;

    public Terminal(TextWriter output, TextWriter error)
    {
        _output = output;
        _error = error;
        Results = Spectre(output);
        Progress = Spectre(error);
    }

    /// <summary>Tables and text that are the command's answer.</summary>
    public IAnsiConsole Results { get; }

    /// <summary>Progress bars and notes; on standard error, so that the answer can be piped.</summary>
    public IAnsiConsole Progress { get; }

    public TextWriter Output => _output;

    public TextWriter Error => _error;

    public static Terminal OfProcess() => new(Console.Out, Console.Error);

    /// <summary>Writes <paramref name="document"/> as one line of JSON.</summary>
    public void WriteJson<T>(T document) => _output.WriteLine(JsonSerializer.Serialize(document, OneLine));

    /// <summary>Says in one line what is wrong; line breaks within become spaces.</summary>
    public void Complain(string message) => _error.WriteLine(message.ReplaceLineEndings(" ").Trim());

    private static IAnsiConsole Spectre(TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        // A pipe has no width; Spectre would then fold tables at 80 columns.
        if (!console.Profile.Out.IsTerminal)
        {
            console.Profile.Width = 160;
        }

        return console;
    }
}
