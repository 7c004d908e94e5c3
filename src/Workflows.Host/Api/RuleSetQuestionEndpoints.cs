using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Marketing.Journeys;
using Workflows.Rules.Catalog;
using Workflows.Rules.Explaining;
using Workflows.Rules.Inputs;
using Workflows.Rules.Schema;

namespace Workflows.Host.Api;

/// <summary>Questions to published rule sets: what holds, and why.</summary>
internal static class RuleSetQuestionEndpoints
{
    private const string Now = "now";

    public static void MapRuleSetQuestions(this IEndpointRouteBuilder routes)
    {
        var ruleSets = routes.MapGroup("/rule-sets").WithTags("Rule sets");
        ruleSets
            .MapPost("/{name}/evaluate", EvaluateAsync)
            .WithSummary(
                "Asks a rule set; the body holds its inputs by name. Without \"now\" it is asked about this moment."
            )
            .Accepts<JsonElement>("application/json")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        ruleSets
            .MapPost("/{name}/explain", ExplainAsync)
            .WithSummary("Says why rules hold or do not: every part with its value, in words of the Accept-Language.")
            .Accepts<JsonElement>("application/json")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        ruleSets
            .MapGet("/schema", Schema)
            .WithSummary("The JSON schema of rule files about contacts, for editors.")
            .Produces<JsonElement>(contentType: "application/schema+json");
    }

    private static async Task<Results<Ok<RuleSetAnswerBody>, ProblemHttpResult>> EvaluateAsync(
        string name,
        HttpRequest request,
        RuleSetCatalog catalog,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var question = await ReadAsync(name, request, catalog, clock, cancellationToken);
        return question.Problem
            ?? Answer(() => RuleSetAnswerBody.From(question.RuleSet!, question.RuleSet!.Evaluate(question.Inputs)));
    }

    private static async Task<Results<Ok<RuleSetExplanation>, ProblemHttpResult>> ExplainAsync(
        string name,
        HttpRequest request,
        RuleSetCatalog catalog,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var question = await ReadAsync(name, request, catalog, clock, cancellationToken);
        return question.Problem
            ?? Answer(() =>
                question.RuleSet!.Explain(question.Inputs, ContactVocabulary.Names, RequestLanguage.Of(request))
            );
    }

    private static ContentHttpResult Schema(HttpRequest request) =>
        TypedResults.Content(
            RuleSetSchema.Write(ContactRules.Shape, ContactVocabulary.Names, RequestLanguage.Of(request)),
            "application/schema+json"
        );

    private static async Task<RuleSetQuestion> ReadAsync(
        string name,
        HttpRequest request,
        RuleSetCatalog catalog,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var body = await JsonBody.ReadAsync(request, cancellationToken);
        if (body.Problem is { } problem)
        {
            return new RuleSetQuestion(null, [], problem);
        }

        if (await catalog.GetAsync(name, cancellationToken) is not { } ruleSet)
        {
            return new RuleSetQuestion(null, [], Problems.NotFound($"There is no rule set '{name}'."));
        }

        var inputs = JsonInputs.Of(ruleSet.RuleSet, JsonElement.Parse(body.Utf8.Span)).ToList();
        if (!inputs.Exists(input => string.Equals(input.Name, Now, StringComparison.OrdinalIgnoreCase)))
        {
            inputs.Add(new RuleInput(Now, clock.GetUtcNow()));
        }

        return new RuleSetQuestion(ruleSet, inputs, null);
    }

    private static Results<Ok<T>, ProblemHttpResult> Answer<T>(Func<T> ask)
    {
        try
        {
            return TypedResults.Ok(ask());
        }
        catch (RuleSetException mistake)
        {
            return Problems.From(mistake.Diagnostics, "The rule set cannot be asked with these inputs.");
        }
    }
}
