namespace Workflows.Rules.Json;

/// <summary>The property names of the document, as RulesEngine spells them.</summary>
internal static class RuleSetWords
{
    public const string SetName = "WorkflowName";
    public const string Includes = "WorkflowsToInject";
    public const string IncludesOld = "WorkflowRulesToInject";
    public const string GlobalParams = "GlobalParams";
    public const string Rules = "Rules";
    public const string ValidFrom = "ValidFrom";
    public const string ValidTo = "ValidTo";
    public const string Inputs = "Inputs";
    public const string Facts = "Facts";
    public const string ExpressionType = "RuleExpressionType";
    public const string LambdaType = "LambdaExpression";

    public const string RuleName = "RuleName";
    public const string Enabled = "Enabled";
    public const string Expression = "Expression";
    public const string Operator = "Operator";
    public const string LocalParams = "LocalParams";
    public const string SuccessEvent = "SuccessEvent";
    public const string ErrorMessage = "ErrorMessage";
    public const string Properties = "Properties";
    public const string Actions = "Actions";
    public const string OnSuccess = "OnSuccess";
    public const string OnFailure = "OnFailure";

    public const string Name = "Name";
    public const string Context = "Context";
    public const string ActionSet = "workflowName";
    public const string ActionRule = "ruleName";
    public const string ActionInputFilter = "inputFilter";
    public const string ActionInputs = "additionalInputs";
}
