using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Composition;
using Workflows.Marketing.Journeys;
using Workflows.Rules.Analysis;
using Workflows.Rules.Comparison;
using Workflows.Rules.Json;
using Workflows.Rules.Judging;
using Workflows.Rules.Model;
using Workflows.Rules.Tables;
using Workflows.Rules.Validation;

namespace Workflows.Host.Api;

/// <summary>Rule sets looked at as a whole: analysed, compared, shown as tables. Nothing is stored.</summary>
internal static class RuleSetStudyEndpoints
{
    private const string DefaultZone = "Asia/Shanghai";

    public static void MapRuleSetStudies(this IEndpointRouteBuilder routes)
    {
        var ruleSets = routes
            .MapGroup("/rule-sets")
            .WithTags("Rule sets")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        ruleSets
            .MapPost("/analyse", Analyse)
            .WithSummary(
                "Which rules overlap or never decide, and whom nobody decides about, in words of the Accept-Language."
            );
        ruleSets
            .MapPost("/diff", Compare)
            .WithSummary(
                "What changed between two versions, and for whom another rule decides, in words of the Accept-Language."
            );
        ruleSets
            .MapPost("/table", CompileTable)
            .WithSummary("Compiles a decision table to a RulesEngine document, or says everything wrong with it.");
        ruleSets
            .MapPost("/table/export", ExportTable)
            .WithSummary("Shows a RulesEngine document as a decision table, or says why a rule is no row.");
    }

    private static Results<Ok<AnalysisBody>, ProblemHttpResult> Analyse(
        JsonElement document,
        HttpRequest request,
        RulesEngineJudge judge,
        HitPolicy? policy = null
    )
    {
        var language = RequestLanguage.Of(request);
        var (ruleSet, others, diagnostics) = Read(document, "$");
        if (ruleSet is null)
        {
            return Problems.From(diagnostics);
        }

        var options = new AnalysisOptions { Facts = RuleSetUses.FactsOf(ruleSet) };
        options = options with { Policy = policy ?? DecisionTable.PolicyOf(ruleSet) ?? options.Policy };
        var analysis = new RuleSetAnalyser(judge, RuleSetUses.ShapeOf(ruleSet)).Analyse(ruleSet, options, others);
        return analysis.Succeeded
            ? TypedResults.Ok(AnalysisBody.From(analysis, language))
            : Problems.From(analysis.Diagnostics);
    }

    private static Results<Ok<ComparisonBody>, ProblemHttpResult> Compare(
        RuleSetsToCompare versions,
        HttpRequest request,
        RulesEngineJudge judge
    )
    {
        var language = RequestLanguage.Of(request);
        if (versions.Old.ValueKind == JsonValueKind.Undefined || versions.New.ValueKind == JsonValueKind.Undefined)
        {
            return Problems.BadRequest("The body holds two documents: \"old\" and \"new\".");
        }

        var (old, _, oldMistakes) = Read(versions.Old, "old: $");
        var (now, _, newMistakes) = Read(versions.New, "new: $");
        if (old is null || now is null)
        {
            return Problems.From([.. oldMistakes, .. newMistakes]);
        }

        var comparison = new RuleSetComparer(judge, RuleSetUses.ShapeOf(now)).Compare(
            old,
            now,
            new AnalysisOptions { Facts = RuleSetUses.FactsOf(now) }
        );
        return TypedResults.Ok(ComparisonBody.From(comparison, language));
    }

    private static Results<Ok<TableCompiled>, ProblemHttpResult> CompileTable(
        TableToCompile table,
        HttpRequest request,
        RulesEngineJudge judge
    )
    {
        var language = RequestLanguage.Of(request);
        if (string.IsNullOrEmpty(table.Csv))
        {
            return Problems.BadRequest("The body holds a table: \"csv\".");
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(table.TimeZone ?? DefaultZone, out var zone))
        {
            return Problems.BadRequest($"'{table.TimeZone}' is not a known time zone.");
        }

        var reading = TableReader.Read(table.Csv, table.Name ?? "table", table.Policy ?? HitPolicy.First);
        if (!reading.Succeeded)
        {
            return Problems.From(reading.Diagnostics, "The table has errors.");
        }

        var compilation = new TableCompiler(judge, ContactRules.Shape, zone).Compile(reading.Table, ContactRules.Facts);
        return compilation.Succeeded
            ? TypedResults.Ok(TableCompiled.From(compilation, language))
            : Problems.From(compilation.Diagnostics, "The table has errors.");
    }

    private static Results<Ok<TableBody>, ProblemHttpResult> ExportTable(
        JsonElement document,
        HttpRequest request,
        RulesEngineJudge judge
    )
    {
        var language = RequestLanguage.Of(request);
        var (ruleSet, others, diagnostics) = Read(document, "$");
        if (ruleSet is null)
        {
            return Problems.From(diagnostics);
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById(DefaultZone);
        var reading = new TableExporter(judge, ContactRules.Shape, zone).Export(ruleSet, others);
        return reading.Succeeded
            ? TypedResults.Ok(
                new TableBody(
                    TableWriter.Write(reading.Table),
                    [.. reading.Diagnostics.Select(found => DiagnosticBody.From(found.In(language)))]
                )
            )
            : Problems.From(reading.Diagnostics, "The rule set is no table.");
    }

    /// <summary>The first rule set of a document, with the others it may include or ask.</summary>
    private static (RuleSet? RuleSet, IReadOnlyList<RuleSet> Others, IReadOnlyList<Diagnostic> Diagnostics) Read(
        JsonElement document,
        string path
    )
    {
        var reading = RuleSetReader.Read(document.GetRawText());
        IReadOnlyList<Diagnostic> diagnostics =
        [
            .. RuleSetValidator
                .Validate(reading)
                .Select(found => found with { Path = found.Path?.Replace("$", path, StringComparison.Ordinal) }),
        ];
        return
            diagnostics.Any(found => found.Severity == DiagnosticSeverity.Error)
            || reading.RuleSets is not { Count: > 0 } ruleSets
            ? (null, [], diagnostics)
            : (ruleSets[0], [.. ruleSets.Skip(1)], diagnostics);
    }
}
