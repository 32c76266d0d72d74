using HuaihuaPilotZone.Web.Public.Account;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace HuaihuaPilotZone.Web.Setup.SignIns;

/// <summary>
/// A dangerous act: whoever has not given their password or code for some minutes is asked for it first (<see cref="StepUpFilter"/>), and then the
/// act goes on with everything that was sent. On a controller it holds for all of its actions.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class StepUpAttribute : Attribute, IFilterFactory
{
    /// <summary>The policy of those for whom the act is dangerous, such as who gets persons in a file; null for everybody.</summary>
    public string? For { get; init; }

    /// <summary>Whether the act answers with a file to be saved: the page that asks then stays where it is, and says so with a way back.</summary>
    public bool SendsFile { get; init; }

    public bool IsReusable => false;

    public IFilterMetadata CreateInstance(IServiceProvider serviceProvider) => ActivatorUtilities.CreateInstance<StepUpFilter>(serviceProvider, this);
}

/// <summary>
/// Behind the lock and the form token, before anything of the request is read. A form comes back inside the page that asks, as hidden fields, and
/// goes to the same address together with the proof; nothing of it is kept on the server. A page or file is asked for at /account/confirm.
/// </summary>
public sealed class StepUpFilter(StepUpAttribute attribute, StepUp stepUp, IAuthorizationService doors, IModelMetadataProvider metadata) : IAsyncResourceFilter
{
    /// <summary>Field of the proof; left out wherever a posted form is shown again.</summary>
    public const string Field = "StepUpProof";

    /// <summary>Field of the page that a file was asked for on.</summary>
    public const string BackField = "StepUpBack";

    public const string View = "/Public/Account/Confirm.cshtml";

    private const string Token = "__RequestVerificationToken";

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        if (!stepUp.IsDue || attribute.For is { } policy && !(await doors.AuthorizeAsync(context.HttpContext.User, policy)).Succeeded)
        {
            await next();
            return;
        }

        var request = context.HttpContext.Request;
        if (request.Headers.Accept.Any(a => a?.Contains("application/json", StringComparison.OrdinalIgnoreCase) == true))
        {
            context.Result = new ObjectResult(new ProblemDetails { Status = StatusCodes.Status403Forbidden, Title = "请先确认是您本人。", Type = ConfirmController.Address }) { StatusCode = StatusCodes.Status403Forbidden };
        }
        else if (HttpMethods.IsPost(request.Method) && request.HasFormContentType)
        {
            await AskAsync(context, next, await request.ReadFormAsync(context.HttpContext.RequestAborted));
        }
        else
        {
            context.Result = new RedirectResult(ConfirmController.AddressFor(request.Path + request.QueryString));
        }
    }

    private async Task AskAsync(ResourceExecutingContext context, ResourceExecutionDelegate next, IFormCollection form)
    {
        if (form.ContainsKey(Field))
        {
            var outcome = await stepUp.ProveAsync(form[Field], context.HttpContext.RequestAborted);
            if (outcome.IsDone)
            {
                await next();
                return;
            }

            context.ModelState.Show(outcome.Refusals);
        }

        var request = context.HttpContext.Request;
        var fields = form.Where(f => f.Key is not (Field or BackField or Token)).SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key, v ?? ""))).ToList();
        context.Result = new ViewResult
        {
            ViewName = View,
            ViewData = new ViewDataDictionary<ConfirmPage>(metadata, context.ModelState)
            {
                Model = new ConfirmPage(request.Path + request.QueryString, stepUp.AsksCode, fields, form.Files.Count > 0, attribute.SendsFile ? BackOf(request, form) : null),
            },
        };
    }

    /// <summary>The page of this site that the form was sent from, kept while the answer is tried again; the home page where none is known.</summary>
    private static string BackOf(HttpRequest request, IFormCollection form)
    {
        var said = form[BackField].ToString();
        if (said.Length == 0) said = PageAddress.SentFrom(request) ?? "";
        // what a browser would read as another site is not a page of this one
        return said is ['/', ..] and not ['/', '/' or '\\', ..] && !said.Any(char.IsControl) ? said : "/";
    }
}
