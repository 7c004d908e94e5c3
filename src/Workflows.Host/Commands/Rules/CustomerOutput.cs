using System.Globalization;
using System.Text;
using CsvHelper;
using Workflows.Marketing.CustomerFiles;
using Workflows.Rules.Catalog;

namespace Workflows.Host.Commands.Rules;

/// <summary>The customer file again, with four more columns: rule, event, output and why.</summary>
internal sealed class CustomerOutput : IDisposable
{
    private readonly StreamWriter _text;
    private readonly CsvWriter _csv;
    private readonly CustomerReasons _reasons;
    private readonly int _columns;

    /// <exception cref="BadInputException">The file cannot be written.</exception>
    public CustomerOutput(string path, IReadOnlyList<string> header, CustomerReasons reasons)
    {
        _reasons = reasons;
        _columns = header.Count;
        try
        {
            // Excel takes a file without this mark for one in the system's own encoding.
            _text = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new BadInputException($"{path}: {failure.Message}", failure);
        }

        _csv = new CsvWriter(_text, CultureInfo.InvariantCulture);
        WriteRow(header, "rule", "event", "output", "why");
    }

    public void Write(CustomerRow row, RuleDecision decision)
    {
        var why = row.Reason ?? _reasons.Why(row);
        WriteRow(row.Cells, decision.Rule ?? "", decision.SuccessEvent ?? "", PlainText.Of(decision.Output), why);
    }

    public void Dispose()
    {
        _csv.Dispose();
        _text.Dispose();
    }

    private void WriteRow(IReadOnlyList<string> cells, params ReadOnlySpan<string> more)
    {
        for (var column = 0; column < _columns; column++)
        {
            _csv.WriteField(column < cells.Count ? cells[column] : "");
        }

        foreach (var cell in more)
        {
            _csv.WriteField(cell);
        }

        _csv.NextRecord();
    }
}
