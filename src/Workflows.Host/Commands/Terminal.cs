using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;

namespace Workflows.Host.Commands;

/// <summary>Where a command writes: results to one side, everything else (progress, complaints) to the other.</summary>
internal sealed class Terminal
{
    public static readonly JsonSerializerOptions OneLine = new(JsonSerializerDefaults.Web)
    {
        // Output is for people and pipes, never for an HTML page: Chinese stays readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly TextWriter _error;
    private readonly TextWriter _output;

    /// <param name="output">Takes the answer.</param>
    /// <param name="error">Takes the rest.</param>
    /// <param name="isScreen">Whether a person looks at both; colours and moving bars are for people.</param>
    public Terminal(TextWriter output, TextWriter error, bool isScreen = false)
    {
        _output = output;
        _error = error;
        Results = Spectre(output, isScreen && !Console.IsOutputRedirected);
        Progress = Spectre(error, isScreen && !Console.IsErrorRedirected);
    }

    /// <summary>Tables and text that are the command's answer.</summary>
    public IAnsiConsole Results { get; }

    /// <summary>Progress bars and notes; on standard error, so that the answer can be piped.</summary>
    public IAnsiConsole Progress { get; }

    public TextWriter Output => _output;

    public TextWriter Error => _error;

    public static Terminal OfProcess() => new(Console.Out, Console.Error, isScreen: true);

    /// <summary>Writes <paramref name="document"/> as one line of JSON.</summary>
    public void WriteJson<T>(T document) => _output.WriteLine(JsonSerializer.Serialize(document, OneLine));

    /// <summary>Says in one line what is wrong; line breaks within become spaces.</summary>
    public void Complain(string message) => _error.WriteLine(message.ReplaceLineEndings(" ").Trim());

    /// <summary>One line that a person types without its being seen, or that a pipe brings.</summary>
    public string ReadSecret(string question)
    {
        if (Console.IsInputRedirected)
        {
            return Console.In.ReadLine() ?? "";
        }

        return Progress.Prompt(new TextPrompt<string>(question).Secret(mask: null));
    }

    /// <summary>Says something by the way, beside the answer.</summary>
    public void Note(string message) => _error.WriteLine(message);

    private static IAnsiConsole Spectre(TextWriter writer, bool isScreen)
    {
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(writer),
                Ansi = isScreen ? AnsiSupport.Detect : AnsiSupport.No,
                Interactive = isScreen ? InteractionSupport.Detect : InteractionSupport.No,
            }
        );
        if (!isScreen)
        {
            // A pipe has no width; tables would be folded at 80 columns.
            console.Profile.Width = 200;
        }

        return console;
    }
}
